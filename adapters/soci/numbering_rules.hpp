#ifndef JUECE_ADAPTERS_SOCI_NUMBERING_RULES_HPP
#define JUECE_ADAPTERS_SOCI_NUMBERING_RULES_HPP

#include "adapters/soci/numbering.hpp"

#include <memory>
#include <string>

namespace soci {
class session;
}

namespace adapters::soci {

/// Sets or replaces the rule of that unit, kind and day: what an act of the administration case
/// leaves (workflows/administration/numbering.hpp), in its transaction.
void write_rule(::soci::session& sql, numbering_rule const& rule);

/// How far the series of the organs have come.
class numbering_series {
public:
    explicit numbering_series(database& at);
    ~numbering_series();

    /// What the next paper of a unit under that mark will be numbered in a year.
    long long next_number(std::string const& unit, std::string const& mark, int year) const;

private:
    std::unique_ptr<shared_session> sql_;
};

} // namespace adapters::soci

#endif
