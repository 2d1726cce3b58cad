#include "tests/bench/same_work.hpp"

#include "adapters/demo/demo.hpp"
#include "adapters/demo/tell_documents.hpp"
#include "adapters/demo/tell_matters.hpp"
#include "adapters/soci/accounts.hpp"
#include "tests/bench/sample_house.hpp"
#include "workflows/legal_matter/procedure.hpp"
#include "workflows/normative_document/procedure.hpp"

#include <boost/json.hpp>
#include <fstream>
#include <map>
#include <stdexcept>

namespace bench {
namespace {

namespace demo = adapters::demo;
namespace json = boost::json;
namespace soci = adapters::soci;

constexpr char const* unit_that_asks = "water";

/// The acts of a telling as somebody sends them who enters them all today, signed in.
unit_of_work requests_of(demo::telling const& told, char const* shape, std::size_t wanted,
                         soci::database& at, engine::instant now)
{
    if (!told.went_well() || told.acts.size() != wanted)
        throw std::runtime_error(std::string(shape) + " was told in " +
                                 std::to_string(told.acts.size()) +
                                 " acts; refused: " + told.refused_kind);
    std::map<std::pair<long long, std::string>, std::string> tokens; // of a person in a role
    unit_of_work made;
    for (auto const& act : told.acts) {
        auto& token = tokens[{act.by.person.value, act.by.role}];
        if (token.empty())
            token = token_of(at, act.by, now);
        json::object whole{{"kind", act.kind}, {"body", act.body}};
        if (made.empty())
            whole["shape"] = shape;
        made.push_back(
            {made.empty() ? "/cases" : "/cases/{case}/acts", token, json::serialize(whole)});
    }
    return made;
}

} // namespace

unit_of_work ten_acts(soci::database& at, engine::law_in_force law, engine::instant now)
{
    soci::accounts people(at);
    auto const seats = demo::officials_of(people);
    auto const* counsel = seats.holding({engine::seat{"legal_adviser", ""}});
    if (!counsel)
        throw std::runtime_error("the sample has no adviser");
    demo::matter_sample const what{.title = "泵站运行维护服务合同 {unit}",
                                   .kind = "contract",
                                   .unit = unit_that_asks,
                                   .counterparty = "某公司",
                                   .basis = "contract_price",
                                   .amount = 128'000'000,
                                   .begins = engine::legal_day(now) - std::chrono::days(90),
                                   .counsel = counsel->name,
                                   .conclusion = "after_changes",
                                   .adoption = "adopted",
                                   .result = "contract_signed",
                                   .loss = {},
                                   .until = "outcome.archived"};
    return requests_of(demo::tell_matter(what, people.organs().front().place, seats, law, now),
                       workflows::legal_matter::shape_name, 10, at, now);
}

unit_of_work approval(soci::database& at, engine::law_in_force law, engine::instant now)
{
    soci::accounts people(at);
    demo::document_sample const what{.title = "泵站管理办法 {unit}",
                                     .level = "department",
                                     .nature = "lasting",
                                     .unit = unit_that_asks,
                                     .begins = engine::legal_day(now) - std::chrono::days(30),
                                     .months = 36,
                                     .until = "document_project.approved",
                                     .old_number = ""};
    return requests_of(demo::tell_document(what, people.organs().front().place,
                                           demo::officials_of(people), law, demo::loose_paper(),
                                           now),
                       workflows::normative_document::shape_name, 2, at, now);
}

void write_down(unit_of_work const& what, std::filesystem::path const& file)
{
    std::ofstream to(file, std::ios::binary);
    for (auto const& one : what)
        to << one.path << '\t' << one.token << '\t' << one.body << '\n';
    if (!to.flush())
        throw std::runtime_error(file.string() + " cannot be written");
}

} // namespace bench
