#ifndef JUECE_ADAPTERS_REPORT_SIGNED_REPORT_HPP
#define JUECE_ADAPTERS_REPORT_SIGNED_REPORT_HPP

#include "adapters/report/report_shelf.hpp"
#include "adapters/secrets/signing_key.hpp"

#include <optional>
#include <string>
#include <variant>

namespace adapters::report {

/// The frozen figures of a report as a file for the government above, signed by the house. Nothing
/// while they are not frozen.
std::optional<std::string> signed_report(compiled_report const& what, indicators const& dictionary,
                                         secrets::signing_key const& key);

/// What such a file holds of one figure.
struct received_figure {
    std::string value;
    std::string unit;
    std::string source;
    workflows::annual_report::rounding rounded = workflows::annual_report::rounding::exact;
};
struct received_report {
    std::string organ;
    int year = 0;
    std::string number;     ///< of the case, in the house that signed
    std::string digest;     ///< of its frozen figures
    std::string public_key; ///< of the house that signed
    std::map<std::string, received_figure, std::less<>> figures;
};

/// Reads a signed file; the reason, for people, when it is none, was altered, or its signature does
/// not hold. Whose key it is must be known beforehand: compare `public_key`.
std::variant<received_report, engine::text> read_signed_report(std::string const& file);

} // namespace adapters::report

#endif
