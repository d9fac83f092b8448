#include "planes.h"

#include <string.h>

#if JPEG_LIB_VERSION >= 70
#define BLOCK_EDGE(component) ((component)->DCT_h_scaled_size)
#define SMALLEST_BLOCK_EDGE(info) ((info)->min_DCT_h_scaled_size)
#else
#define BLOCK_EDGE(component) ((component)->DCT_scaled_size)
#define SMALLEST_BLOCK_EDGE(info) ((info)->min_DCT_scaled_size)
#endif

// How much more than what is wanted the decoder leaves at least, as libvips' own thumbnails do: its own
// shrinking is a box filter, and with 1.5 some pictures come out measurably worse.
static const double reserve = 2;

// Beyond this, whole numbers are too coarse for the weights of so many samples.
static const double step_at_most = 64;

// Rows of a component that come together: 4 blocks of 8 at most (T.81, A.1.1 and A.2.3).
enum { BAND_ROW_COUNT_AT_MOST = 4 * DCTSIZE };

_Noreturn static void decline(struct cjpeg_scaling *scaling) {
    longjmp(scaling->decoding.escape.place, 1);
}

// Eighths of the size that are decoded: those that libjpeg has fast transforms for.
static int eighths(const struct jpeg_decompress_struct *info, struct cjpeg_size size) {
    double across = (double) info->image_width / size.width;
    double down = (double) info->image_height / size.height;
    double least = across < down ? across : down;
    int eighths = 1;
    while (eighths < 8 && least * eighths / 8 < reserve)
        eighths *= 2;
    return eighths;
}

// One side of a component: its samples as they are decoded, and as they are wanted.
struct side {
    int image_count, wanted_count;
    // How much finer the finest component is than this one.
    double sampling;
    int in_count, block_edge;
    int chroma_step, is_mirrored;
};

// Samples stand in the middle of the pixels that they are for (JFIF 1.02, "Spatial relationship of
// components"). Of an odd number of pixels the last one shares its sample with none, and it is the
// first where the picture is mirrored later.
static struct cjpeg_axis axis(struct side side) {
    int out_count = (side.wanted_count + side.chroma_step - 1) / side.chroma_step;
    double pixels_in_wanted = (double) side.image_count / side.wanted_count;
    double pixels_in_sample = side.sampling * DCTSIZE / side.block_edge;
    int surplus = side.is_mirrored ? out_count * side.chroma_step - side.wanted_count : 0;
    struct cjpeg_axis axis = {out_count, side.in_count,
                              side.chroma_step * pixels_in_wanted / pixels_in_sample,
                              -surplus * pixels_in_wanted / pixels_in_sample};
    return axis;
}

static void begin_plane(struct cjpeg_scaling *scaling, int index, const struct cjpeg_wish *wish) {
    struct jpeg_decompress_struct *info = &scaling->decoding.info;
    jpeg_component_info *component = &info->comp_info[index];
    int step = index == 0 ? 1 : scaling->planes.chroma_step;
    struct cjpeg_axis across =
        axis((struct side){(int) info->image_width, wish->size.width,
                           info->max_h_samp_factor / component->h_samp_factor,
                           (int) component->downsampled_width, BLOCK_EDGE(component), step,
                           cjpeg_is_mirrored_across(wish->orientation)});
    struct cjpeg_axis down =
        axis((struct side){(int) info->image_height, wish->size.height,
                           info->max_v_samp_factor / component->v_samp_factor,
                           (int) component->downsampled_height, BLOCK_EDGE(component), step,
                           cjpeg_is_mirrored_down(wish->orientation)});
    if (across.step > step_at_most || down.step > step_at_most)
        decline(scaling);
    struct cjpeg_plane *plane = &scaling->planes.planes[index];
    *plane = cjpeg_new_plane((struct cjpeg_size){across.out_count, down.out_count});
    size_t stride = (size_t) component->width_in_blocks * BLOCK_EDGE(component);
    if (!plane->samples ||
        cjpeg_begin_resampling(&scaling->resamplers[index], across, down, stride,
                               BAND_ROW_COUNT_AT_MOST, plane->samples, plane->stride))
        decline(scaling);
}

// Shows lightness, the finest component, in the size that the visitor wants, filled up to whole
// squares from the blocks at its edges; not at all where fewer samples are decoded.
static void begin_show(struct cjpeg_scaling *scaling, const struct cjpeg_visitor *visitor) {
    const struct jpeg_decompress_struct *info = &scaling->decoding.info;
    int factor = visitor->shrink * SMALLEST_BLOCK_EDGE(info) / DCTSIZE;
    if (factor == 0)
        return;
    struct cjpeg_size size = {
        ((int) info->image_width + visitor->shrink - 1) / visitor->shrink,
        ((int) info->image_height + visitor->shrink - 1) / visitor->shrink,
    };
    if (cjpeg_begin_show(&scaling->show, visitor, size, factor))
        decline(scaling);
}

// Reads one row of groups of blocks and makes what can be made of it.
static void read_band(struct cjpeg_scaling *scaling, int band) {
    struct jpeg_decompress_struct *info = &scaling->decoding.info;
    JSAMPROW rows[CJPEG_PLANE_COUNT_AT_MOST][BAND_ROW_COUNT_AT_MOST];
    JSAMPARRAY planes[CJPEG_PLANE_COUNT_AT_MOST];
    int ends[CJPEG_PLANE_COUNT_AT_MOST];
    for (int index = 0; index < scaling->planes.count; index++) {
        jpeg_component_info *component = &info->comp_info[index];
        int count = component->v_samp_factor * BLOCK_EDGE(component);
        for (int y = 0; y < count; y++)
            rows[index][y] = cjpeg_input_row(&scaling->resamplers[index], band * count + y);
        planes[index] = rows[index];
        ends[index] = (band + 1) * count;
    }
    int row_count = info->max_v_samp_factor * SMALLEST_BLOCK_EDGE(info);
    if (jpeg_read_raw_data(info, planes, (JDIMENSION) row_count) == 0)
        decline(scaling);
    for (int y = 0; y < row_count; y++)
        cjpeg_show_row(&scaling->show, rows[0][y]);
    for (int index = 0; index < scaling->planes.count; index++)
        cjpeg_resample(&scaling->resamplers[index], ends[index]);
}

// libjpeg's own way to a picture takes whole ratios only.
static int has_whole_ratios(const struct jpeg_decompress_struct *info) {
    for (int index = 0; index < info->num_components; index++) {
        jpeg_component_info *component = &info->comp_info[index];
        if (info->max_h_samp_factor % component->h_samp_factor ||
            info->max_v_samp_factor % component->v_samp_factor)
            return 0;
    }
    // Lightness is the finest, or its samples would not be the pixels.
    return info->comp_info[0].h_samp_factor == info->max_h_samp_factor &&
           info->comp_info[0].v_samp_factor == info->max_v_samp_factor;
}

void cjpeg_scale(struct cjpeg_scaling *scaling, struct cjpeg_wish *wish,
                 const struct cjpeg_visitor *visitor) {
    struct jpeg_decompress_struct *info = &scaling->decoding.info;
    if (wish->size.width == 0)
        wish->size = (struct cjpeg_size){(int) info->image_width, (int) info->image_height};
    if (!has_whole_ratios(info))
        decline(scaling);
    int is_full = info->max_h_samp_factor == 1 && info->max_v_samp_factor == 1;
    scaling->planes.count = info->num_components;
    scaling->planes.chroma_step = is_full || wish->has_full_chroma ? 1 : 2;
    info->scale_num = (unsigned) eighths(info, wish->size);
    info->scale_denom = 8;
    info->out_color_space = info->jpeg_color_space;
    info->raw_data_out = TRUE;
    jpeg_start_decompress(info);
    for (int index = 0; index < scaling->planes.count; index++)
        begin_plane(scaling, index, wish);
    begin_show(scaling, visitor);
    for (int band = 0; info->output_scanline < info->output_height; band++)
        read_band(scaling, band);
    jpeg_finish_decompress(info);
}

void cjpeg_end_scaling(struct cjpeg_scaling *scaling) {
    for (int index = 0; index < CJPEG_PLANE_COUNT_AT_MOST; index++)
        cjpeg_end_resampling(&scaling->resamplers[index]);
    cjpeg_free_planes(&scaling->planes);
    cjpeg_end_show(&scaling->show);
    jpeg_destroy_decompress(&scaling->decoding.info);
}
