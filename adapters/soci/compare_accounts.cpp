#include "adapters/soci/compare_accounts.hpp"

#include "adapters/soci/account_rows.hpp"
#include "adapters/soci/rows.hpp"
#include "workflows/administration/procedure.hpp"

#include <algorithm>

namespace adapters::soci {
namespace {

namespace administration = workflows::administration;

/// Whether it is closed, and what it was called.
template <class Named>
std::string past_of(Named const& one)
{
    auto words = one.closed_on ? " -" + engine::to_text(*one.closed_on) : std::string();
    for (auto const& former : one.former_names)
        words += " <" + former.name + ' ' + engine::to_text(former.until);
    return words;
}

std::string in_words(administration::registered_organ const& one)
{
    return one.code + ' ' + one.name + ' ' + std::string(engine::name_of(one.level)) + ' ' +
           one.rule_place + ' ' + one.parent + past_of(one);
}
std::string in_words(administration::registered_unit const& one)
{
    return one.code + ' ' + one.name + ' ' + one.organ + past_of(one);
}
std::string in_words(administration::registered_person const& one)
{
    return one.login + ' ' + one.name + (one.may_sign_in ? "" : " -");
}
std::string in_words(administration::registered_appointment const& one)
{
    return one.login + ' ' + one.role + ' ' + one.unit + ' ' + engine::to_text(one.from) + ' ' +
           text_of(one.until) + ' ' + one.in_place_of + ' ' +
           std::string(one.cleared_to ? engine::name_of(*one.cleared_to) : "") + ' ' +
           one.successor;
}
using setting_in_force =
    std::pair<administration::settings::setting, std::vector<administration::settings::part>>;
std::string in_words(setting_in_force const& one)
{
    std::string words(engine::name_of(one.first));
    for (auto const& part : one.second)
        words += ' ' + part.part_name + ' ' + part.sha256;
    return words;
}

template <class T>
void compare_rows(std::vector<T> const& should, std::vector<T> const& kept, compared_accounts& into)
{
    into.checked += static_cast<long long>(kept.size());
    for (std::size_t i = 0; i < std::max(should.size(), kept.size()); ++i) {
        auto right = i < should.size() ? in_words(should[i]) : std::string();
        auto here = i < kept.size() ? in_words(kept[i]) : std::string();
        if (right != here)
            into.differing.emplace_back(std::move(right), std::move(here));
    }
}

} // namespace

compared_accounts compare_accounts(::soci::session& sql)
{
    engine::case_id id;
    std::string const shape = administration::shape_name;
    auto const is_on_record =
        query(sql, "select id from case_file where shape = :shape order by id limit 1")
            .in("shape", shape)
            .out(id.value)
            .one();
    auto const kept = register_in_tables(sql);
    auto const should =
        is_on_record ? register_after(acts_of(sql, id)) : administration::register_of_house();
    compared_accounts found;
    compare_rows(should.organs, kept.organs, found);
    compare_rows(should.units, kept.units, found);
    compare_rows(should.people, kept.people, found);
    compare_rows(should.appointments, kept.appointments, found);
    compare_rows(std::vector<setting_in_force>(should.in_force.begin(), should.in_force.end()),
                 std::vector<setting_in_force>(kept.in_force.begin(), kept.in_force.end()), found);
    return found;
}

} // namespace adapters::soci
