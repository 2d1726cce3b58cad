#ifndef JUECE_ADAPTERS_OFFICE_DRAWING_HPP
#define JUECE_ADAPTERS_OFFICE_DRAWING_HPP

#include "engine/day.hpp"

#include <string>
#include <string_view>
#include <vector>

// A picture of boxes, lines and words, laid out once and drawn as SVG, PNG or PDF. Lengths are in
// points from the upper left corner; colours are "#rrggbb", or "currentColor" in an SVG.

namespace adapters::office {

enum class anchor { start, middle, end };

struct drawn_box {
    double x, y, width, height;
    std::string fill;
    std::string stroke = {}; ///< empty: none
    std::string dashes = {}; ///< "4 2"
};

struct drawn_line {
    double x1, y1, x2, y2;
    std::string stroke;
};

struct drawn_words {
    std::string words; ///< one line
    double x, y;       ///< of the anchor, on the baseline
    double size;
    std::string colour;
    anchor at = anchor::start;
    bool is_bold = false;
    double width = 0; ///< that they take, so that another font does not run over it; 0: whatever
};

/// Boxes lie under lines, and these under words.
struct drawing {
    double width = 0, height = 0;
    std::string title; ///< for who cannot see it
    std::vector<drawn_box> boxes = {};
    std::vector<drawn_line> lines = {};
    std::vector<drawn_words> words = {};
};

/// The width of words in the font of pictures. Like all below: from any thread, one at a time.
double width_of(std::string const& words, double size, bool is_bold);

/// The words as large as they fit into a width, between two sizes; what does not even fit at the
/// smaller one is cut short with an ellipsis. `put` them by x, y, colour and anchor afterwards.
drawn_words fitted(std::string words, double width, double largest, double smallest,
                   bool is_bold = false);

/// Without styles or scripts, for pages with a strict policy; the words are words. `look`: a class
/// for the stylesheet, may be empty. The same drawing gives the same text.
std::string as_svg(drawing const& what, std::string const& look);
/// `scale`: pixels to a point. Throws std::runtime_error if it cannot be drawn.
std::string as_png(drawing const& what, double scale);
/// The same drawing with the same instant gives the same bytes.
std::string as_pdf(drawing const& what, engine::instant made_at);

} // namespace adapters::office

#endif
