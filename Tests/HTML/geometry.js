// What is clipped, overlaps or sticks out, as sentences. A card that is not in view has no layout
// until it is asked for, so all are laid out first.
(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".card { content-visibility: visible !important }");
    document.adoptedStyleSheets = [sheet];
    const found = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) {
        found.push(`the page is ${document.documentElement.scrollWidth} px wide in ${width}`);
    }
    const name = (element) =>
        `${element.tagName}.${element.getAttribute("class") ?? ""} “${element.textContent.trim().slice(0, 60)}”`;
    const isShown = (element) =>
        element.checkVisibility({ visibilityProperty: true }) && !element.closest(".skip, legend, .store");

    // The lines of each text, and what is drawn, by the element that they belong to.
    const boxes = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!node.data.trim() || !isShown(element) || element.closest("option, script")) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) boxes.push({ element, box, isText: true });
    }
    for (const element of document.querySelectorAll(".picture, .bar, button, select, input")) {
        if (isShown(element)) boxes.push({ element, box: element.getBoundingClientRect() });
    }
    for (const { element, box } of boxes) {
        if (box.left < -0.5 || box.right > width + 0.5) {
            found.push(`${name(element)} reaches from ${box.left} to ${box.right}`);
        }
        for (let around = element.parentElement; around; around = around.parentElement) {
            const { overflowX, overflowY } = getComputedStyle(around);
            if (overflowX === "visible" && overflowY === "visible") continue;
            const edge = around.getBoundingClientRect();
            if (box.right > edge.right + 1 || box.bottom > edge.bottom + 1) {
                found.push(`${name(element)} is clipped by ${name(around)}`);
            }
        }
    }
    for (const element of document.querySelectorAll("button, select")) {
        if (isShown(element) && element.tagName === "BUTTON" && element.scrollWidth > element.clientWidth + 1) {
            found.push(`${name(element)} is too narrow for its text`);
        }
    }
    for (const stage of document.querySelectorAll(".stage")) {
        const picture = stage.querySelector(".picture");
        if (!picture || !isShown(picture)) continue;
        const [outer, inner] = [stage.getBoundingClientRect(), picture.getBoundingClientRect()];
        if (inner.left < outer.left - 1 || inner.right > outer.right + 1
            || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1) {
            found.push(`${name(stage)} is smaller than its picture`);
        }
    }

    // Overlaps: a sweep from top to bottom; what is within what it belongs to does not count.
    const isWithin = (one, other) => one.contains(other) || other.contains(one);
    boxes.sort((one, other) => one.box.top - other.box.top);
    boxes.forEach((one, index) => {
        for (let next = index + 1; next < boxes.length; next += 1) {
            const other = boxes[next];
            if (other.box.top >= one.box.bottom - 1) break;
            const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
            const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
            // A line of text is taller than its letters.
            if (across <= 1 || down <= (one.isText && other.isText ? 5 : 1)) continue;
            if (isWithin(one.element, other.element)) continue;
            found.push(`${name(one.element)} overlaps ${name(other.element)} by ${across} × ${down}`);
        }
    });
    document.adoptedStyleSheets = [];
    return found.slice(0, 20);
})();
