#include "web/handlers/hearing_sign_ups.hpp"

#include <algorithm>

namespace web::handlers {
namespace {

namespace hearing = workflows::major_decision::hearing;
namespace soci = adapters::soci;

/// Of more than this none is told apart any more.
constexpr long long most_sign_ups = 1'000;

bool is_participant(hearing::listed_person const& one)
{
    return one.role == hearing::hearing_role::participant;
}

/// The office adds to the names of namesakes what tells them apart: 王芳（教师）.
bool has_name(hearing::listed_person const& listed, std::string const& name)
{
    return listed.name == name || listed.name.starts_with(name + "（") ||
           listed.name.starts_with(name + "(");
}

bool is_described_alike(hearing::listed_person const& listed, soci::comment_entry const& one)
{
    return listed.identity.value_or("") == one.identity &&
           (!listed.side || engine::name_of(*listed.side) == one.side);
}

} // namespace

hearing_sign_ups::hearing_sign_ups(std::vector<soci::comment_entry> all) : all_(std::move(all)) {}

hearing_sign_ups::hearing_sign_ups(soci::reader& records, engine::case_id on,
                                   std::string const& name)
    : all_(soci::comment_shelf(records)
               .list(on, {.purpose = soci::purpose::application, .words = name}, {}, most_sign_ups)
               .rows)
{}

bool hearing_sign_ups::has_namesake(soci::comment_entry const& one) const
{
    return std::any_of(all_.begin(), all_.end(), [&](auto const& other) {
        return other.name == one.name && (other.identity != one.identity || other.side != one.side);
    });
}

std::optional<long long> hearing_sign_ups::number_of(hearing::listed_person const& listed) const
{
    if (!is_participant(listed))
        return {};
    // The form is sent twice now and then: the first is meant.
    auto const found = std::find_if(all_.begin(), all_.end(), [&](auto const& one) {
        return !one.name.empty() && has_name(listed, one.name) &&
               (is_described_alike(listed, one) || (listed.name == one.name && !has_namesake(one)));
    });
    return found == all_.end() ? std::nullopt : std::optional(found->number);
}

std::string hearing_sign_ups::chance_of(soci::comment_entry const& one,
                                        hearing::listed const& list) const
{
    if (one.name.empty())
        return {};
    std::vector<hearing::listed_person const*> named;
    for (auto const& listed : list.people)
        if (is_participant(listed) && has_name(listed, one.name))
            named.push_back(&listed);
    if (named.empty())
        return "not_chosen";
    auto const told = [](hearing::listed_person const& as) {
        return as.is_substitute ? "substitute" : "chosen";
    };
    bool const is_alone = !has_namesake(one);
    auto const own = std::find_if(named.begin(), named.end(), [&](auto const* listed) {
        return is_described_alike(*listed, one) || (is_alone && listed->name == one.name);
    });
    if (own != named.end())
        return told(**own);
    bool const are_others = std::all_of(named.begin(), named.end(), [&](auto const* listed) {
        return std::any_of(all_.begin(), all_.end(), [&](auto const& other) {
            return other.name == one.name && is_described_alike(*listed, other);
        });
    });
    return are_others ? "not_chosen" : "namesake";
}

} // namespace web::handlers
