#include "adapters/report/year_chart.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <pugixml.hpp>
#include <sstream>

namespace adapters::report {
namespace {

constexpr double width = 640, height = 260;
constexpr double left = 16, right = 16, top = 44, bottom = 34;

/// Fill and pattern of a series: readable in grey, too.
struct look {
    char const* fill;
    char const* stroke;
    char const* dashes;
};
constexpr std::array<look, 4> looks = {{{"#0b4f8a", "#0b4f8a", ""},
                                        {"#dbe7f1", "#0b4f8a", ""},
                                        {"#7a4d00", "#7a4d00", ""},
                                        {"#fff4d6", "#7a4d00", "4 2"}}};

std::string number(double value)
{
    return fmt::format("{:.1f}", value);
}

pugi::xml_node text(pugi::xml_node parent, double x, double y, char const* anchor,
                    std::string const& words)
{
    auto node = parent.append_child("text");
    node.append_attribute("x") = number(x).c_str();
    node.append_attribute("y") = number(y).c_str();
    node.append_attribute("text-anchor") = anchor;
    node.append_attribute("font-size") = "12";
    node.append_attribute("fill") = "currentColor";
    node.text().set(words.c_str());
    return node;
}

void column(pugi::xml_node parent, double x, double y, double wide, double high, look const& how)
{
    auto node = parent.append_child("rect");
    node.append_attribute("x") = number(x).c_str();
    node.append_attribute("y") = number(y).c_str();
    node.append_attribute("width") = number(wide).c_str();
    node.append_attribute("height") = number(high).c_str();
    node.append_attribute("fill") = how.fill;
    node.append_attribute("stroke") = how.stroke;
    if (*how.dashes)
        node.append_attribute("stroke-dasharray") = how.dashes;
}

double most_of(year_chart const& what)
{
    double most = 0;
    for (auto const& series : what.series)
        for (auto const& value : series.values)
            most = std::max(most, value.value_or(0));
    return most;
}

void legend(pugi::xml_node root, year_chart const& what)
{
    auto x = left;
    for (std::size_t i = 0; i < what.series.size() && i < looks.size(); ++i) {
        column(root, x, 12, 12, 12, looks[i]);
        text(root, x + 18, 22, "start", what.series[i].name);
        // A Chinese character is three bytes and twelve points wide, a letter is narrower.
        x += 40 + static_cast<double>(what.series[i].name.size()) * 4.4;
    }
}

} // namespace

std::string draw_chart(year_chart const& what)
{
    pugi::xml_document document;
    auto root = document.append_child("svg");
    root.append_attribute("xmlns") = "http://www.w3.org/2000/svg";
    root.append_attribute("viewBox") =
        fmt::format("0 0 {} {}", static_cast<int>(width), static_cast<int>(height)).c_str();
    root.append_attribute("role") = "img";
    root.append_attribute("class") = "year-chart";
    root.append_attribute("aria-label") = what.title.c_str();
    legend(root, what);
    auto const floor = height - bottom;
    auto line = root.append_child("line");
    line.append_attribute("x1") = number(left).c_str();
    line.append_attribute("x2") = number(width - right).c_str();
    line.append_attribute("y1") = number(floor).c_str();
    line.append_attribute("y2") = number(floor).c_str();
    line.append_attribute("stroke") = "currentColor";
    auto const most = most_of(what);
    auto const room =
        (width - left - right) / static_cast<double>(std::max<std::size_t>(what.years.size(), 1));
    auto const count = std::min(what.series.size(), looks.size());
    auto const wide =
        std::min(48.0, room * 0.8 / static_cast<double>(std::max<std::size_t>(count, 1)));
    for (std::size_t year = 0; year < what.years.size(); ++year) {
        auto const middle = left + room * (static_cast<double>(year) + 0.5);
        text(root, middle, height - 12, "middle", what.years[year]);
        for (std::size_t i = 0; i < count; ++i) {
            auto const& series = what.series[i];
            auto const x =
                middle + wide * (static_cast<double>(i) - static_cast<double>(count) / 2);
            auto const value = year < series.values.size() ? series.values[year] : std::nullopt;
            if (!value) {
                text(root, x + wide / 2, floor - 6, "middle", "—");
                continue;
            }
            auto const high = most > 0 ? *value / most * (floor - top - 16) : 0;
            column(root, x + 1, floor - high, wide - 2, high, looks[i]);
            text(root, x + wide / 2, floor - high - 5, "middle", series.shown[year]);
        }
    }
    std::ostringstream out;
    document.save(out, "", pugi::format_raw | pugi::format_no_declaration);
    return out.str();
}

} // namespace adapters::report
