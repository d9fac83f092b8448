
"use strict";
// Filters the images. What is not shown is hidden from screen readers too.
(() => {
    const form = document.querySelector(".filter");
    if (!form) return;
    const cards = Array.from(document.querySelectorAll(".card"), (element) => ({
        element,
        verdict: element.dataset.verdict,
        codes: element.dataset.codes.split(" "),
        name: element.querySelector("bdi").textContent.toLowerCase(),
    }));
    const buttons = document.querySelectorAll("button[data-code]");
    const status = form.querySelector(".count");
    const { code, name, overlay } = form.elements;
    const verdicts = form.querySelectorAll("input[name=verdict]");
    const number = new Intl.NumberFormat("en");

    const update = () => {
        const wanted = Array.from(verdicts).filter((box) => box.checked).map((box) => box.value);
        const words = name.value.trim().toLowerCase();
        let count = 0;
        for (const card of cards) {
            const isShown = wanted.includes(card.verdict)
                && (!code?.value || card.codes.includes(code.value))
                && card.name.includes(words);
            card.element.hidden = !isShown;
            count += isShown;
        }
        status.textContent = `${number.format(count)} of ${number.format(cards.length)} shown`;
        for (const button of buttons) {
            button.setAttribute("aria-pressed", button.dataset.code === code.value);
        }
        document.body.classList.toggle("no-grid", overlay ? !overlay.checked : false);
    };

    for (const button of buttons) {
        button.hidden = false;
        button.addEventListener("click", () => {
            const isOn = button.getAttribute("aria-pressed") === "true";
            code.value = isOn ? "" : button.dataset.code;
            name.value = "";
            for (const box of verdicts) box.checked = true;
            update();
            if (!isOn) button.closest(".report").querySelector(".images").scrollIntoView();
        });
    }
    form.addEventListener("input", update);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    update();
})();
