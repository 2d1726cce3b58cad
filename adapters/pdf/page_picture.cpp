#include "adapters/pdf/page_picture.hpp"

#include <algorithm>
#include <cairo.h>
#include <memory>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

namespace adapters::pdf {
namespace {

/// A page may claim to be a kilometre high; nobody reads that.
constexpr double tallest = 5; // times its width

std::unique_ptr<poppler::document> opened(std::filesystem::path const& file)
{
    poppler::set_debug_error_function([](std::string const&, void*) {}, nullptr);
    std::unique_ptr<poppler::document> document(poppler::document::load_from_file(file.string()));
    if (document && document->is_locked())
        document.reset();
    return document;
}

cairo_status_t keep_bytes(void* into, unsigned char const* bytes, unsigned length)
{
    static_cast<std::string*>(into)->append(reinterpret_cast<char const*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

std::optional<int> page_count(std::filesystem::path const& file)
{
    auto const document = opened(file);
    if (!document)
        return {};
    return document->pages();
}

std::optional<std::string> page_picture(std::filesystem::path const& file, int page, int width)
{
    auto const document = opened(file);
    if (!document || page < 1 || page > document->pages())
        return {};
    std::unique_ptr<poppler::page> const drawn(document->create_page(page - 1));
    if (!drawn)
        return {};
    auto const size = drawn->page_rect();
    if (size.width() <= 0 || size.height() <= 0 || size.height() > size.width() * tallest)
        return {};
    auto const per_inch = width * 72.0 / size.width();
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    auto picture = renderer.render_page(drawn.get(), per_inch, per_inch);
    if (!picture.is_valid() || picture.format() != poppler::image::format_argb32)
        return {};
    std::string png;
    auto* surface = cairo_image_surface_create_for_data(
        reinterpret_cast<unsigned char*>(picture.data()), CAIRO_FORMAT_RGB24, picture.width(),
        picture.height(), picture.bytes_per_row());
    auto const status = cairo_surface_write_to_png_stream(surface, keep_bytes, &png);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        return {};
    return png;
}

} // namespace adapters::pdf
