#include "adapters/report/year_chart.hpp"

#include <algorithm>
#include <array>

namespace adapters::report {
namespace {

using office::anchor;

constexpr double side = 16, top = 44, bottom = 34;
constexpr char const* of_the_page = "currentColor";

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

/// Puts the parts of a chart into its frame.
class chart_writer {
public:
    chart_writer(office::drawing& into, chart_frame const& frame) : into_(into), frame_(frame) {}

    void write(year_chart const& what)
    {
        legend(what);
        auto const floor = frame_.y + frame_.height - bottom;
        into_.lines.push_back(
            {frame_.x + side, floor, frame_.x + frame_.width - side, floor, frame_.colour});
        auto const most = most_of(what);
        auto const room = (frame_.width - 2 * side) /
                          static_cast<double>(std::max<std::size_t>(what.years.size(), 1));
        auto const count = std::min(what.series.size(), looks.size());
        auto const wide =
            std::min(48.0, room * 0.8 / static_cast<double>(std::max<std::size_t>(count, 1)));
        for (std::size_t year = 0; year < what.years.size(); ++year) {
            auto const middle = frame_.x + side + room * (static_cast<double>(year) + 0.5);
            text(middle, frame_.y + frame_.height - 12, anchor::middle, what.years[year]);
            for (std::size_t i = 0; i < count; ++i) {
                auto const& series = what.series[i];
                auto const x =
                    middle + wide * (static_cast<double>(i) - static_cast<double>(count) / 2);
                auto const value = year < series.values.size() ? series.values[year] : std::nullopt;
                if (!value) {
                    text(x + wide / 2, floor - 6, anchor::middle, "—");
                    continue;
                }
                auto const high =
                    most > 0 ? std::max(0.0, *value) / most * (frame_.height - bottom - top - 16)
                             : 0;
                column(x + 1, floor - high, wide - 2, high, looks[i]);
                text(x + wide / 2, floor - high - 5, anchor::middle, series.shown[year]);
            }
        }
    }

private:
    static double most_of(year_chart const& what)
    {
        double most = 0;
        for (auto const& series : what.series)
            for (auto const& value : series.values)
                most = std::max(most, value.value_or(0));
        return most;
    }

    void text(double x, double y, anchor at, std::string words)
    {
        into_.words.push_back({.words = std::move(words),
                               .x = x,
                               .y = y,
                               .size = 12,
                               .colour = frame_.colour,
                               .at = at});
    }

    void column(double x, double y, double wide, double high, look const& how)
    {
        into_.boxes.push_back({x, y, wide, high, how.fill, how.stroke, how.dashes});
    }

    void legend(year_chart const& what)
    {
        auto x = frame_.x + side;
        for (std::size_t i = 0; i < what.series.size() && i < looks.size(); ++i) {
            column(x, frame_.y + 12, 12, 12, looks[i]);
            text(x + 18, frame_.y + 22, anchor::start, what.series[i].name);
            // A Chinese character is three bytes and twelve points wide, a letter is narrower.
            x += 40 + static_cast<double>(what.series[i].name.size()) * 4.4;
        }
    }

    office::drawing& into_;
    chart_frame const& frame_;
};

} // namespace

void put_chart(office::drawing& into, year_chart const& what, chart_frame const& frame)
{
    chart_writer(into, frame).write(what);
}

std::string draw_chart(year_chart const& what)
{
    office::drawing made{.width = 640, .height = 260, .title = what.title};
    put_chart(made, what, {0, 0, made.width, made.height, of_the_page});
    return office::as_svg(made, "year-chart");
}

} // namespace adapters::report
