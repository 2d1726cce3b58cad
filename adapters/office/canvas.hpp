#ifndef JUECE_ADAPTERS_OFFICE_CANVAS_HPP
#define JUECE_ADAPTERS_OFFICE_CANVAS_HPP

#include "engine/day.hpp"

#include <cairo.h>
#include <memory>
#include <pango/pangocairo.h>
#include <string>

// What papers and pictures are drawn with: Cairo's surfaces and pens, Pango's layouts. Whoever
// draws holds paper_fonts_door().

namespace adapters::office {

struct cairo_closer {
    void operator()(cairo_surface_t* one) const { cairo_surface_destroy(one); }
    void operator()(cairo_t* one) const { cairo_destroy(one); }
};
struct object_closer {
    void operator()(void* one) const { g_object_unref(one); }
};
using surface_ptr = std::unique_ptr<cairo_surface_t, cairo_closer>;
using pen_ptr = std::unique_ptr<cairo_t, cairo_closer>;
using context_ptr = std::unique_ptr<PangoContext, object_closer>;
using layout_ptr = std::unique_ptr<PangoLayout, object_closer>;

/// For text in the fonts of papers, lengths in points, set alike on every machine.
context_ptr text_context();

/// A PDF that is written into `bytes`, which outlives it; sizes in points. The same title and
/// instant give the same bytes.
surface_ptr pdf_surface(std::string& bytes, double width, double height, std::string const& title,
                        engine::instant made_at);

/// Writes for Cairo into a std::string.
cairo_status_t keep_bytes(void* into, unsigned char const* bytes, unsigned length);

/// Throws std::runtime_error for anything but a success; `what` was to be drawn.
void must_be_drawn(cairo_status_t status, char const* what);

} // namespace adapters::office

#endif
