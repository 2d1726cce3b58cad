#ifndef JUECE_WORKFLOWS_ANNUAL_REPORT_DECIMAL_HPP
#define JUECE_WORKFLOWS_ANNUAL_REPORT_DECIMAL_HPP

#include <optional>
#include <string>
#include <string_view>

namespace workflows::annual_report {

/// A number as a report writes it, exactly: 5.38 is 538 with two places.
struct decimal {
    long long digits = 0;
    int places = 0;

    bool is_zero() const { return digits == 0; }
};

/// Reads "48865", "5.38" or "-9.7": at most 14 digits, 4 of them behind the point. Nothing for any
/// other form.
std::optional<decimal> parse_decimal(std::string_view text);

/// As it was read: "5.380" keeps its zero.
std::string to_text(decimal const& number);

/// Negative, zero or positive, as a is smaller than, equal to or greater than b.
int compare(decimal const& a, decimal const& b);

/// a - b, with as many places as the more exact of both.
decimal difference(decimal const& a, decimal const& b);

/// What `part` is of `whole` in percent, rounded half up to so many places. `whole` is not zero.
decimal percentage(decimal const& part, decimal const& whole, int places);

/// part / whole, rounded half up to so many places. `whole` is not zero.
decimal quotient(decimal const& part, decimal const& whole, int places);

/// How much `now` differs from `before` in percent of `before`; negative for less. `before` is not
/// zero.
decimal growth(decimal const& now, decimal const& before, int places);

/// Without its sign.
decimal magnitude(decimal number);

/// Divided by a power of ten, without loss: fen to yuan is 2, fen to 亿元 is 10.
decimal shifted(decimal number, int places);

/// Rounded half up to so many places, trailing zeros behind the point left out.
decimal rounded(decimal const& number, int places);

} // namespace workflows::annual_report

#endif
