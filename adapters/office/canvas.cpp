#include "adapters/office/canvas.hpp"

#include "adapters/office/paper_fonts.hpp"

#include <cairo-pdf.h>
#include <stdexcept>

namespace adapters::office {

context_ptr text_context()
{
    context_ptr context(pango_font_map_create_context(paper_fonts()));
    pango_cairo_context_set_resolution(context.get(), 72);
    pango_context_set_language(context.get(), pango_language_from_string("zh-cn"));
    // Hinting would set the same text differently on another machine.
    std::unique_ptr<cairo_font_options_t, void (*)(cairo_font_options_t*)> const options(
        cairo_font_options_create(), cairo_font_options_destroy);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context.get(), options.get());
    return context;
}

surface_ptr pdf_surface(std::string& bytes, double width, double height, std::string const& title,
                        engine::instant made_at)
{
    surface_ptr surface(cairo_pdf_surface_create_for_stream(keep_bytes, &bytes, width, height));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    auto const made = engine::to_text(made_at).substr(0, 19) + "Z";
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
    return surface;
}

cairo_status_t keep_bytes(void* into, unsigned char const* bytes, unsigned length)
{
    static_cast<std::string*>(into)->append(reinterpret_cast<char const*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

void must_be_drawn(cairo_status_t status, char const* what)
{
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("cannot draw ") + what + ": " +
                                 cairo_status_to_string(status));
}

} // namespace adapters::office
