#include "adapters/office/canvas.hpp"
#include "adapters/office/paper.hpp"
#include "adapters/office/paper_fonts.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>

namespace adapters::office {
namespace {

// GB/T 9704-2012, in points: 1 mm is 72/25.4.
constexpr double mm = 72.0 / 25.4;
constexpr double page_width = 210 * mm, page_height = 297 * mm;
constexpr double margin_top = 37 * mm, margin_left = 28 * mm;
constexpr double area_width = 156 * mm, area_height = 225 * mm;
constexpr double line_pitch = 28.95;      // 22 lines to a page
constexpr double character_pitch = 15.79; // 28 characters to a line
constexpr double size_2 = 22, size_3 = 16, size_4 = 14;
constexpr double title_pitch = 34;
constexpr double page_number_drop = 7 * mm; // below the type area

// Of a letter (10.1), measured from the top of the page.
constexpr double letterhead_top = 30 * mm, letter_foot = page_height - 20 * mm;
constexpr double letter_line_width = 170 * mm, below_letterhead = 4 * mm;
constexpr double thick_line = 1.5 * mm / 2, thin_line = 0.35 * mm, between_lines = 0.6 * mm;

// Of a form.
constexpr double row_pitch = 20, row_padding = 5, label_width = 8 * size_4;

enum class side { left, centre, right };

/// How a passage of text is set.
struct setting {
    char const* family;
    double size;
    double pitch = line_pitch;
    double indent = 0; ///< of the first line
    side align = side::left;
    bool red = false;
};

class sheets {
public:
    /// `spread`: how far apart the lines of text stand, in pitches of the standard.
    sheets(paper const& what, double spread)
        : mark_(what.mark.empty() ? "" : what.mark + "　"), spread_(spread),
          surface_(pdf_surface(bytes_, page_width, page_height, what.title, what.made_at)),
          pen_(cairo_create(surface_.get())), context_(text_context())
    {}

    void put(paper_line const& line)
    {
        if (line.is != line_sort::row)
            in_form_ = false;
        switch (line.is) {
        case line_sort::issuer:
            issuer(line.words);
            return;
        case line_sort::letterhead:
            letterhead(line.words);
            return;
        case line_sort::number:
            if (is_letter_)
                number_of_letter(line.words);
            else
                number(line.words);
            return;
        case line_sort::title:
            y_ += y_ > 0 ? (is_letter_ ? 2 : 1) * line_pitch : 0;
            for (auto const& one : title_lines(line.words))
                set(one, {face::title, size_2, title_pitch, 0, side::centre});
            y_ += line_pitch / 2;
            return;
        case line_sort::addressee:
            set(line.words, {face::body, size_3});
            return;
        case line_sort::paragraph:
        case line_sort::note:
            set(line.words, {face::body, size_3, line_pitch, 2 * character_pitch});
            return;
        case line_sort::heading:
            set(line.words, {face::heading, size_3, line_pitch, 2 * character_pitch});
            return;
        case line_sort::subheading:
            set(line.words, {face::subheading, size_3, line_pitch, 2 * character_pitch});
            return;
        case line_sort::row:
            row(line);
            return;
        case line_sort::signer:
            y_ += line_pitch;
            signer_ = line.words;
            return;
        case line_sort::date:
            signature(line.words);
            return;
        case line_sort::blank:
            y_ += line_pitch;
            return;
        }
    }

    std::string finish()
    {
        if (!signer_.empty())
            signature("");
        end_page();
        cairo_surface_finish(surface_.get());
        must_be_drawn(cairo_surface_status(surface_.get()), "a paper");
        return std::move(bytes_);
    }

    /// True when a page holds nothing but who signs and the date.
    bool signature_stands_alone() const { return stands_alone_; }

private:
    layout_ptr laid_out(std::string const& words, setting const& how, double width) const
    {
        layout_ptr layout(pango_layout_new(context_.get()));
        std::unique_ptr<PangoFontDescription, void (*)(PangoFontDescription*)> const font(
            pango_font_description_new(), pango_font_description_free);
        pango_font_description_set_family(font.get(), how.family);
        pango_font_description_set_absolute_size(font.get(), how.size * PANGO_SCALE);
        pango_layout_set_font_description(layout.get(), font.get());
        pango_layout_set_width(layout.get(), static_cast<int>(std::lround(width * PANGO_SCALE)));
        pango_layout_set_indent(layout.get(),
                                static_cast<int>(std::lround(how.indent * PANGO_SCALE)));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        // The grid is a little narrower than the characters.
        auto* attributes = pango_attr_list_new();
        pango_attr_list_insert(attributes,
                               pango_attr_letter_spacing_new(static_cast<int>(
                                   (character_pitch - size_3) * how.size / size_3 * PANGO_SCALE)));
        pango_layout_set_attributes(layout.get(), attributes);
        pango_attr_list_unref(attributes);
        pango_layout_set_text(layout.get(), words.data(), static_cast<int>(words.size()));
        return layout;
    }

    static double width_of(PangoLayoutLine* line)
    {
        PangoRectangle logical;
        pango_layout_line_get_extents(line, nullptr, &logical);
        return static_cast<double>(logical.width) / PANGO_SCALE;
    }

    /// Draws a line of a layout so that it stands in the middle of `pitch`.
    void draw(PangoLayoutLine* line, double x, double y, double pitch, double size, bool red)
    {
        cairo_set_source_rgb(pen_.get(), red ? 0.86 : 0, 0, 0);
        // One baseline for every font: mixed fonts must not jump.
        cairo_move_to(pen_.get(), margin_left + x, margin_top + y + pitch / 2 + size * 0.36);
        pango_cairo_show_layout_line(pen_.get(), line);
    }

    void set(std::string const& words, setting const& how)
    {
        auto const layout = laid_out(words, how, area_width);
        auto const count = pango_layout_get_line_count(layout.get());
        auto const pitch = how.pitch * spread_;
        for (int i = 0; i < count; ++i) {
            // The 22nd line ends where the area does, but for rounding.
            if (y_ + pitch > area_height + 1)
                next_page();
            auto* line = pango_layout_get_line_readonly(layout.get(), i);
            auto x = i == 0 ? how.indent : 0;
            if (how.align == side::centre)
                x = (area_width - width_of(line)) / 2;
            else if (how.align == side::right)
                x = area_width - width_of(line);
            draw(line, x, y_, pitch, how.size, how.red);
            y_ += pitch;
            has_text_ = true;
        }
    }

    /// As large as the width allows, at most 22 mm high as the standard says.
    double size_of_issuer(std::string const& words) const
    {
        auto size = 42.0;
        while (size > size_3) {
            auto const layout = laid_out(words, {face::title, size}, area_width * 4);
            if (width_of(pango_layout_get_line_readonly(layout.get(), 0)) <= area_width)
                break;
            size -= 2;
        }
        return size;
    }

    void issuer(std::string const& words)
    {
        auto const size = size_of_issuer(words);
        y_ = std::max(y_, 0.0);
        set(words, {face::title, size, size * 1.4, 0, side::centre, true});
        y_ += line_pitch;
    }

    void letterhead(std::string const& words)
    {
        is_letter_ = true;
        auto const size = size_of_issuer(words);
        y_ = letterhead_top - margin_top;
        set(words, {face::title, size, size, 0, side::centre, true});
        y_ += below_letterhead;
        double_line(y_, thick_line, thin_line);
        y_ += thick_line + between_lines + thin_line;
    }

    /// At the right, 7/8 of the height of a letter under the line.
    void number_of_letter(std::string const& words)
    {
        y_ += size_3 * 7 / 8;
        set(words, {face::body, size_3, size_3, 0, side::right});
    }

    /// Of a letter: two red lines across the page, the first of them with its upper edge at `y`.
    void double_line(double y, double upper, double lower)
    {
        auto const left = (page_width - letter_line_width) / 2 - margin_left;
        cairo_set_source_rgb(pen_.get(), 0.86, 0, 0);
        stroke(left, y + upper / 2, left + letter_line_width, y + upper / 2, upper);
        auto const second = y + upper + between_lines + lower / 2;
        stroke(left, second, left + letter_line_width, second, lower);
    }

    void number(std::string const& words)
    {
        set(words, {face::body, size_3, line_pitch, 0, side::centre});
        y_ += 4 * mm;
        cairo_set_source_rgb(pen_.get(), 0.86, 0, 0);
        stroke(0, y_, area_width, y_, 1.4);
        y_ += line_pitch / 2;
    }

    void stroke(double x1, double y1, double x2, double y2, double width)
    {
        cairo_set_line_width(pen_.get(), width);
        cairo_new_path(pen_.get());
        cairo_move_to(pen_.get(), margin_left + x1, margin_top + y1);
        cairo_line_to(pen_.get(), margin_left + x2, margin_top + y2);
        cairo_stroke(pen_.get());
    }

    /// Who signs stands in the middle above the date, which ends four characters before the margin.
    void signature(std::string const& date)
    {
        auto const signer = laid_out(signer_, {face::body, size_3}, area_width);
        auto const dated = laid_out(date, {face::body, size_3}, area_width);
        auto* signer_line = pango_layout_get_line_readonly(signer.get(), 0);
        auto* date_line = pango_layout_get_line_readonly(dated.get(), 0);
        auto const date_width = width_of(date_line), signer_width = width_of(signer_line);
        auto const right = area_width - 4 * character_pitch;
        // A long name pushes both to the left rather than over the margin.
        auto const middle =
            std::min(right - date_width / 2, area_width - character_pitch * 2 - signer_width / 2);
        auto const height = (signer_.empty() ? 1 : 2) * line_pitch;
        if (y_ + height > area_height + 1)
            next_page();
        stands_alone_ = stands_alone_ || !has_text_;
        if (!signer_.empty()) {
            draw(signer_line, std::max(0.0, middle - signer_width / 2), y_, line_pitch, size_3,
                 false);
            y_ += line_pitch;
        }
        if (!date.empty()) {
            draw(date_line, middle - date_width / 2, y_, line_pitch, size_3, false);
            y_ += line_pitch;
        }
        signer_.clear();
    }

    struct cell {
        layout_ptr layout;
        double x, width;
        bool label;
        int lines;
    };

    void row(paper_line const& line)
    {
        auto const halves = line.cells.size() > 2 ? 2 : 1;
        auto const value_width = area_width / halves - label_width;
        std::vector<cell> cells;
        int most = line.least_lines;
        double x = 0;
        for (std::size_t i = 0; i < line.cells.size() && i < 4; ++i) {
            auto const label = i % 2 == 0;
            auto const width = label ? label_width : value_width;
            auto layout = laid_out(line.cells[i], {label ? face::heading : face::body, size_4},
                                   width - 2 * row_padding);
            auto const lines =
                line.cells[i].empty() ? 0 : pango_layout_get_line_count(layout.get());
            most = std::max(most, lines);
            cells.push_back({std::move(layout), x, width, label, lines});
            x += width;
        }
        // A row that is longer than the page goes on on the next one.
        for (int from = 0; from < most;) {
            auto const room = static_cast<int>((area_height - y_ - 2 * row_padding) / row_pitch);
            auto const whole_fits = most - from <= room;
            if (!whole_fits && (room < 3 || (from == 0 && most <= 8))) {
                next_page();
                continue;
            }
            auto const to = std::min(most, from + room);
            draw_row(cells, from, to, line.least_lines > 1);
            from = to;
        }
    }

    void draw_row(std::vector<cell> const& cells, int from, int to, bool by_hand)
    {
        auto const height = (to - from) * row_pitch + 2 * row_padding;
        cairo_set_source_rgb(pen_.get(), 0, 0, 0);
        if (!in_form_)
            stroke(0, y_, area_width, y_, 1);
        in_form_ = true;
        has_text_ = true;
        stroke(0, y_ + height, area_width, y_ + height, 0.7);
        for (auto const& one : cells) {
            stroke(one.x, y_, one.x, y_ + height, one.x == 0 ? 1 : 0.7);
            // Labels and short values stand in the middle of the row; what is written by hand
            // begins at its top.
            auto const centred = one.label || !by_hand;
            auto y =
                y_ + row_padding +
                (centred ? (to - from - std::min(one.lines - from, to - from)) * row_pitch / 2 : 0);
            for (int i = from; i < std::min(one.lines, to); ++i, y += row_pitch) {
                auto* line = pango_layout_get_line_readonly(one.layout.get(), i);
                auto const indent =
                    one.label ? (one.width - 2 * row_padding - width_of(line)) / 2 : 0;
                draw(line, one.x + row_padding + indent, y, row_pitch, size_4, false);
            }
        }
        cairo_set_source_rgb(pen_.get(), 0, 0, 0);
        stroke(area_width, y_, area_width, y_ + height, 1);
        y_ += height;
    }

    void next_page()
    {
        end_page();
        in_form_ = false;
        has_text_ = false;
        y_ = 0;
    }

    void end_page()
    {
        ++page_;
        if (is_letter_ && page_ == 1) {
            double_line(letter_foot - margin_top, thin_line, thick_line);
            cairo_show_page(pen_.get());
            return;
        }
        auto const words = mark_ + "— " + std::to_string(page_) + " —";
        auto const layout = laid_out(words, {face::digits, size_4}, area_width);
        auto* line = pango_layout_get_line_readonly(layout.get(), 0);
        auto const x =
            page_ % 2 == 1 ? area_width - width_of(line) - size_4 : static_cast<double>(size_4);
        draw(line, x, area_height + page_number_drop - size_4 / 2, size_4, size_4, false);
        cairo_show_page(pen_.get());
    }

    std::string mark_;
    double spread_;
    std::string bytes_; // before the surface, which writes into it to its end
    surface_ptr surface_;
    pen_ptr pen_;
    context_ptr context_;
    double y_ = 0;
    int page_ = 0;
    bool is_letter_ = false;
    bool in_form_ = false;
    bool has_text_ = false; ///< on this page
    bool stands_alone_ = false;
    std::string signer_;
};

} // namespace

std::string draw_paper(paper const& what)
{
    std::lock_guard const hold(paper_fonts_door());
    std::string by_the_standard;
    // GB/T 9704, 7.3.5.5: where the date has no room beside text, the lines stand closer or wider.
    for (auto const spread : {1.0, 0.95, 1.05, 1.1, 0.9}) {
        sheets drawn(what, spread);
        for (auto const& line : what.lines)
            drawn.put(line);
        auto made = drawn.finish();
        if (!drawn.signature_stands_alone())
            return made;
        if (by_the_standard.empty())
            by_the_standard = std::move(made);
    }
    return by_the_standard;
}

} // namespace adapters::office
