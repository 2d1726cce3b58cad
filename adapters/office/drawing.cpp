#include "adapters/office/drawing.hpp"

#include "adapters/office/canvas.hpp"
#include "adapters/office/paper_fonts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <memory>
#include <mutex>
#include <pugixml.hpp>
#include <sstream>

namespace adapters::office {
namespace {

/// What a browser takes where it has none of the others.
constexpr char const* families = "黑体, 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif";

layout_ptr laid_out(PangoContext* context, std::string const& words, double size, bool is_bold)
{
    layout_ptr layout(pango_layout_new(context));
    std::unique_ptr<PangoFontDescription, void (*)(PangoFontDescription*)> const font(
        pango_font_description_new(), pango_font_description_free);
    pango_font_description_set_family(font.get(), face::heading);
    pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(),
                                      is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    pango_layout_set_text(layout.get(), words.data(), static_cast<int>(words.size()));
    return layout;
}

double width_of(PangoLayout* layout)
{
    PangoRectangle logical;
    pango_layout_get_extents(layout, nullptr, &logical);
    return static_cast<double>(logical.width) / PANGO_SCALE;
}

/// Without its last character.
void cut_one(std::string& words)
{
    while (!words.empty() && (static_cast<unsigned char>(words.back()) & 0xC0) == 0x80)
        words.pop_back();
    if (!words.empty())
        words.pop_back();
}

void set_colour(cairo_t* pen, std::string const& colour)
{
    int value = 0;
    if (colour.size() == 7)
        std::from_chars(colour.data() + 1, colour.data() + 7, value, 16);
    cairo_set_source_rgb(pen, ((value >> 16) & 0xFF) / 255.0, ((value >> 8) & 0xFF) / 255.0,
                         (value & 0xFF) / 255.0);
}

void set_dashes(cairo_t* pen, std::string const& dashes)
{
    std::array<double, 2> lengths = {0, 0};
    std::istringstream read(dashes);
    read >> lengths[0] >> lengths[1];
    cairo_set_dash(pen, lengths.data(), dashes.empty() ? 0 : 2, 0);
}

void draw(cairo_t* pen, drawn_box const& one)
{
    cairo_new_path(pen);
    cairo_rectangle(pen, one.x, one.y, one.width, one.height);
    set_colour(pen, one.fill);
    cairo_fill_preserve(pen);
    if (!one.stroke.empty()) {
        set_colour(pen, one.stroke);
        set_dashes(pen, one.dashes);
        cairo_set_line_width(pen, 1);
        cairo_stroke(pen);
    }
    cairo_new_path(pen);
}

void draw(cairo_t* pen, drawn_line const& one)
{
    cairo_new_path(pen);
    cairo_move_to(pen, one.x1, one.y1);
    cairo_line_to(pen, one.x2, one.y2);
    set_colour(pen, one.stroke);
    set_dashes(pen, {});
    cairo_set_line_width(pen, 1);
    cairo_stroke(pen);
}

void draw(cairo_t* pen, PangoContext* context, drawn_words const& one)
{
    auto const layout = laid_out(context, one.words, one.size, one.is_bold);
    auto const width = width_of(layout.get());
    auto const x = one.at == anchor::start    ? one.x
                   : one.at == anchor::middle ? one.x - width / 2
                                              : one.x - width;
    set_colour(pen, one.colour);
    cairo_move_to(pen, x, one.y);
    pango_cairo_show_layout_line(pen, pango_layout_get_line_readonly(layout.get(), 0));
}

void draw_all(cairo_surface_t* on, drawing const& what, double scale)
{
    auto const context = text_context();
    pen_ptr const pen(cairo_create(on));
    cairo_scale(pen.get(), scale, scale);
    for (auto const& one : what.boxes)
        draw(pen.get(), one);
    for (auto const& one : what.lines)
        draw(pen.get(), one);
    for (auto const& one : what.words)
        draw(pen.get(), context.get(), one);
}

std::string number(double value)
{
    return fmt::format("{:.1f}", value);
}

char const* word_of(anchor at)
{
    switch (at) {
    case anchor::start:
        return "start";
    case anchor::middle:
        return "middle";
    case anchor::end:
        return "end";
    }
    return "start";
}

void set(pugi::xml_node node, char const* name, std::string const& value)
{
    node.append_attribute(name) = value.c_str();
}

void write(pugi::xml_node into, drawn_box const& one)
{
    auto node = into.append_child("rect");
    set(node, "x", number(one.x));
    set(node, "y", number(one.y));
    set(node, "width", number(one.width));
    set(node, "height", number(one.height));
    set(node, "fill", one.fill);
    if (!one.stroke.empty())
        set(node, "stroke", one.stroke);
    if (!one.dashes.empty())
        set(node, "stroke-dasharray", one.dashes);
}

void write(pugi::xml_node into, drawn_line const& one)
{
    auto node = into.append_child("line");
    set(node, "x1", number(one.x1));
    set(node, "y1", number(one.y1));
    set(node, "x2", number(one.x2));
    set(node, "y2", number(one.y2));
    set(node, "stroke", one.stroke);
}

void write(pugi::xml_node into, drawn_words const& one)
{
    auto node = into.append_child("text");
    set(node, "x", number(one.x));
    set(node, "y", number(one.y));
    set(node, "text-anchor", word_of(one.at));
    set(node, "font-size", fmt::format("{:g}", one.size));
    set(node, "fill", one.colour);
    if (one.is_bold)
        set(node, "font-weight", "bold");
    if (one.width > 0) {
        set(node, "font-family", families);
        set(node, "textLength", number(one.width));
        set(node, "lengthAdjust", "spacingAndGlyphs");
    }
    node.text().set(one.words.c_str());
}

} // namespace

double width_of(std::string const& words, double size, bool is_bold)
{
    std::lock_guard const hold(paper_fonts_door());
    auto const context = text_context();
    return width_of(laid_out(context.get(), words, size, is_bold).get());
}

drawn_words fitted(std::string words, double width, double largest, double smallest, bool is_bold)
{
    std::lock_guard const hold(paper_fonts_door());
    auto const context = text_context();
    auto const taken_by = [&](std::string const& text, double size) {
        return width_of(laid_out(context.get(), text, size, is_bold).get());
    };
    auto size = largest;
    while (size > smallest && taken_by(words, size) > width)
        size = std::max(smallest, size - 0.5);
    auto taken = taken_by(words, size);
    for (auto rest = words; taken > width && !rest.empty();) {
        cut_one(rest);
        words = rest + "…";
        taken = taken_by(words, size);
    }
    return {.words = std::move(words),
            .x = 0,
            .y = 0,
            .size = size,
            .colour = "#000000",
            .at = anchor::start,
            .is_bold = is_bold,
            .width = taken};
}

std::string as_svg(drawing const& what, std::string const& look)
{
    pugi::xml_document document;
    auto root = document.append_child("svg");
    set(root, "xmlns", "http://www.w3.org/2000/svg");
    set(root, "viewBox", fmt::format("0 0 {:g} {:g}", what.width, what.height));
    set(root, "role", "img");
    if (!look.empty())
        set(root, "class", look);
    set(root, "aria-label", what.title);
    for (auto const& one : what.boxes)
        write(root, one);
    for (auto const& one : what.lines)
        write(root, one);
    for (auto const& one : what.words)
        write(root, one);
    std::ostringstream out;
    document.save(out, "", pugi::format_raw | pugi::format_no_declaration);
    return out.str();
}

std::string as_png(drawing const& what, double scale)
{
    std::lock_guard const hold(paper_fonts_door());
    surface_ptr const surface(cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, static_cast<int>(std::lround(what.width * scale)),
        static_cast<int>(std::lround(what.height * scale))));
    draw_all(surface.get(), what, scale);
    std::string bytes;
    must_be_drawn(cairo_surface_write_to_png_stream(surface.get(), keep_bytes, &bytes),
                  "a picture");
    return bytes;
}

std::string as_pdf(drawing const& what, engine::instant made_at)
{
    std::lock_guard const hold(paper_fonts_door());
    std::string bytes; // before the surface, which writes into it to its end
    {
        auto const surface = pdf_surface(bytes, what.width, what.height, what.title, made_at);
        draw_all(surface.get(), what, 1);
        cairo_surface_finish(surface.get());
        must_be_drawn(cairo_surface_status(surface.get()), "a picture");
    }
    return bytes;
}

} // namespace adapters::office
