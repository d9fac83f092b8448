// Fixed-argument doors to the libvips operations that imgcheck uses.
//
// libvips takes its options as variadic name and value pairs, which Swift cannot call and no
// compiler checks. Each function below fixes one such call, so that its types are checked on the
// Swift side; each has a test, because nothing else checks the names and values given here.

#ifndef CVIPS_SHIM_H
#define CVIPS_SHIM_H

#include <vips/vips.h>

// VIPS_INIT is a macro around this call; it also checks that headers and library agree.
static inline int cvips_start(const char *program_name) {
    return VIPS_INIT(program_name);
}

// g_object_unref is generic over pointers; here it is given what it is used for.
static inline void cvips_unref_image(VipsImage *image) {
    g_object_unref(image);
}

static inline void cvips_unref_source(VipsSource *source) {
    g_object_unref(source);
}

static inline void cvips_unref_region(VipsRegion *region) {
    g_object_unref(region);
}

// A source that owns a copy of the bytes: images are lazy, so what they read must live as long as
// they do. vips_area_unref is spelled for the base type of the blob.
static inline VipsSource *cvips_source_copying(const void *bytes, size_t length) {
    VipsBlob *blob = vips_blob_copy(bytes, length);
    if (blob == NULL)
        return NULL;
    VipsSource *source = vips_source_new_from_blob(blob);
    vips_area_unref(VIPS_AREA(blob));
    return source;
}

// Variadic: shrink and access are options of the JPEG loader.
static inline int cvips_jpegload(VipsSource *source, VipsImage **out,
                                 VipsAccess access, VipsFailOn fail_on, int shrink) {
    return vips_jpegload_source(source, out, "access", access, "fail_on", fail_on,
                                "shrink", shrink, NULL);
}

// Variadic: access is an option of every loader.
static inline int cvips_pngload(VipsSource *source, VipsImage **out,
                                VipsAccess access, VipsFailOn fail_on) {
    return vips_pngload_source(source, out, "access", access, "fail_on", fail_on, NULL);
}

// Variadic: n is the number of frames, -1 for all of them.
static inline int cvips_gifload(VipsSource *source, VipsImage **out,
                                VipsAccess access, VipsFailOn fail_on, int n) {
    return vips_gifload_source(source, out, "access", access, "fail_on", fail_on, "n", n, NULL);
}

// Variadic: n as above.
static inline int cvips_webpload(VipsSource *source, VipsImage **out,
                                 VipsAccess access, VipsFailOn fail_on, int n) {
    return vips_webpload_source(source, out, "access", access, "fail_on", fail_on, "n", n, NULL);
}

// Variadic without options. Each is the libvips operation of the same name.
static inline int cvips_rot(VipsImage *in, VipsImage **out, VipsAngle angle) {
    return vips_rot(in, out, angle, NULL);
}

static inline int cvips_flip(VipsImage *in, VipsImage **out, VipsDirection direction) {
    return vips_flip(in, out, direction, NULL);
}

static inline int cvips_copy(VipsImage *in, VipsImage **out) {
    return vips_copy(in, out, NULL);
}

static inline int cvips_premultiply(VipsImage *in, VipsImage **out) {
    return vips_premultiply(in, out, NULL);
}

static inline int cvips_unpremultiply(VipsImage *in, VipsImage **out) {
    return vips_unpremultiply(in, out, NULL);
}

static inline int cvips_cast_uchar(VipsImage *in, VipsImage **out) {
    return vips_cast(in, out, VIPS_FORMAT_UCHAR, NULL);
}

static inline int cvips_colourspace(VipsImage *in, VipsImage **out, VipsInterpretation space) {
    return vips_colourspace(in, out, space, NULL);
}

// Variadic: the profile of the file is used where there is one; input is the name of the profile
// that libvips falls back to, "cmyk" or "srgb".
static inline int cvips_icc_to_srgb(VipsImage *in, VipsImage **out, const char *input) {
    return vips_icc_transform(in, out, "srgb", "embedded", TRUE, "input_profile", input,
                              "intent", VIPS_INTENT_RELATIVE, "depth", 8, NULL);
}

// Variadic: the vertical scale and the kernel are options.
static inline int cvips_resize(VipsImage *in, VipsImage **out, double hscale, double vscale) {
    return vips_resize(in, out, hscale, "vscale", vscale, "kernel", VIPS_KERNEL_LANCZOS3, NULL);
}

// Variadic, and the background is an array that libvips copies.
static inline int cvips_flatten(VipsImage *in, VipsImage **out, double r, double g, double b) {
    double rgb[3] = {r, g, b};
    VipsArrayDouble *background = vips_array_double_new(rgb, vips_image_get_bands(in) > 2 ? 3 : 1);
    int status = vips_flatten(in, out, "background", background, NULL);
    vips_area_unref(VIPS_AREA(background));
    return status;
}

// VIPS_META_ICC_NAME is a macro of a string.
static inline int cvips_has_profile(VipsImage *image) {
    return vips_image_get_typeof(image, VIPS_META_ICC_NAME) != 0;
}

// VIPS_META_PAGE_HEIGHT is a macro of a string.
static inline void cvips_set_frame_height(VipsImage *image, int height) {
    vips_image_set_int(image, VIPS_META_PAGE_HEIGHT, height);
}

// A new image is the caller's alone, so that its fields may be set; what its samples mean has no
// setter.
static inline int cvips_image_of_samples(const void *samples, size_t length, int width, int height,
                                         int bands, VipsBandFormat format,
                                         VipsInterpretation interpretation, VipsImage **out) {
    *out = vips_image_new_from_memory_copy(samples, length, width, height, bands, format);
    if (!*out)
        return -1;
    (*out)->Type = interpretation;
    return 0;
}

// The names are macros of strings.
static inline void cvips_remove_metadata(VipsImage *image) {
    vips_image_remove(image, VIPS_META_ORIENTATION);
    vips_image_remove(image, VIPS_META_EXIF_NAME);
    vips_image_remove(image, VIPS_META_XMP_NAME);
    vips_image_remove(image, VIPS_META_IPTC_NAME);
    vips_image_remove(image, VIPS_META_PHOTOSHOP_NAME);
    vips_image_remove(image, VIPS_META_ICC_NAME);
}

// Variadic. Subsampled chroma is the caller's choice; optimised tables lose nothing.
static inline int cvips_jpegsave(VipsImage *in, void **bytes, size_t *length, int quality,
                                 VipsForeignSubsample subsampling) {
    return vips_jpegsave_buffer(in, bytes, length, "Q", quality, "optimize_coding", TRUE,
                                "subsample_mode", subsampling, "strip", TRUE, NULL);
}

// Variadic. All filters suit photographs, none suits text and drawings.
static inline int cvips_pngsave(VipsImage *in, void **bytes, size_t *length, int compression,
                                VipsForeignPngFilter filter) {
    return vips_pngsave_buffer(in, bytes, length, "compression", compression,
                               "filter", filter, "strip", TRUE, NULL);
}

static inline int cvips_gifsave(VipsImage *in, void **bytes, size_t *length) {
    return vips_gifsave_buffer(in, bytes, length, "strip", TRUE, NULL);
}

static inline int cvips_webpsave(VipsImage *in, void **bytes, size_t *length, int quality,
                                 int lossless) {
    return vips_webpsave_buffer(in, bytes, length, "Q", quality, "lossless", lossless,
                                "strip", TRUE, NULL);
}

// G_LOG_LEVEL_MASK is a negated enumeration constant, which Swift imports with the wrong sign.
static inline void cvips_set_log_handler(const char *domain, GLogFunc handler) {
    int levels = G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL | G_LOG_FLAG_RECURSION;
    g_log_set_handler(domain, (GLogLevelFlags) levels, handler, NULL);
}

// GLib's map over types takes a function of types, and what a class says stands behind macros.
// Visits every loader that can be used, blocked or not.
struct cvips_loader_visit {
    void (*visit)(const char *nickname, int is_blocked, void *context);
    void *context;
};

static inline void *cvips_visit_loader(GType type, void *data) {
    struct cvips_loader_visit *visit = (struct cvips_loader_visit *) data;
    if (G_TYPE_IS_ABSTRACT(type))
        return NULL;
    VipsOperationClass *loader = VIPS_OPERATION_CLASS(g_type_class_ref(type));
    visit->visit(VIPS_OBJECT_CLASS(loader)->nickname,
                 (loader->flags & VIPS_OPERATION_BLOCKED) != 0, visit->context);
    g_type_class_unref(loader);
    return NULL;
}

static inline void cvips_each_loader(void (*visit)(const char *, int, void *), void *context) {
    struct cvips_loader_visit each = {visit, context};
    vips_type_map_all(g_type_from_name("VipsForeignLoad"), cvips_visit_loader, &each);
}

// Computes one strip of pixels in the calling thread and drops it.
static inline int cvips_prepare_strip(VipsRegion *region, int top, int height) {
    VipsRect strip = {0, top, region->im->Xsize, height};
    return vips_region_prepare(region, &strip);
}

// Computes all pixels into memory, strip by strip in the calling thread, and keeps the metadata.
// VIPS_REGION_ADDR and vips_image_new_memory are not for Swift: a macro, and a partial image.
static inline int cvips_render(VipsImage *in, VipsImage **out, int strip_height) {
    VipsImage *memory = vips_image_new_memory();
    VipsRegion *region = vips_region_new(in);
    int failed = vips_image_pipelinev(memory, VIPS_DEMAND_STYLE_ANY, in, NULL);
    for (int top = 0; !failed && top < in->Ysize; top += strip_height) {
        int end = VIPS_MIN(in->Ysize, top + strip_height);
        failed = cvips_prepare_strip(region, top, end - top);
        for (int y = top; !failed && y < end; y++)
            failed = vips_image_write_line(memory, y, VIPS_REGION_ADDR(region, 0, y));
    }
    g_object_unref(region);
    if (failed)
        g_object_unref(memory);
    else
        *out = memory;
    return failed;
}

// Shows every whole row that is computed, in order, to a visitor that belongs to the image.
struct cvips_row_visit {
    void (*visit)(void *context, int row, const unsigned char *samples, size_t length);
    void *context;
};

static inline int cvips_visit_rows(VipsRegion *out, void *seq, void *a, void *b, gboolean *stop) {
    VipsRegion *in = (VipsRegion *) seq;
    struct cvips_row_visit *rows = (struct cvips_row_visit *) b;
    VipsRect *part = &out->valid;
    if (vips_region_prepare(in, part) ||
        vips_region_region(out, in, part, part->left, part->top))
        return -1;
    if (part->left == 0 && part->width == in->im->Xsize)
        for (int y = part->top; y < part->top + part->height; y++)
            rows->visit(rows->context, y, VIPS_REGION_ADDR(in, 0, y),
                        VIPS_IMAGE_SIZEOF_LINE(in->im));
    return 0;
}

static inline int cvips_visiting_rows(VipsImage *in, VipsImage **out,
                                      void (*visit)(void *, int, const unsigned char *, size_t),
                                      void *context, void (*release)(void *)) {
    *out = vips_image_new();
    g_object_set_data_full(G_OBJECT(*out), "cvips-visitor", context, release);
    struct cvips_row_visit *rows = VIPS_NEW(*out, struct cvips_row_visit);
    rows->visit = visit;
    rows->context = context;
    g_object_ref(in);
    g_object_set_data_full(G_OBJECT(*out), "cvips-visited", in, g_object_unref);
    if (vips_image_pipelinev(*out, VIPS_DEMAND_STYLE_THINSTRIP, in, NULL) ||
        vips_image_generate(*out, vips_start_one, cvips_visit_rows, vips_stop_one, in, rows)) {
        g_object_unref(*out);
        *out = NULL;
        return -1;
    }
    return 0;
}

#endif
