#include "tests/workflows/bodies.hpp"

namespace tests {

namespace json = boost::json;
namespace law = workflows::major_decision;

namespace {

json::object parsed(std::string_view text)
{
    auto const value = json::parse(text);
    return value.as_object();
}

} // namespace

std::string with(std::string_view body, std::string_view changes)
{
    auto whole = parsed(body);
    auto const changed = parsed(changes);
    for (auto const& change : changed) {
        if (change.value().is_null())
            whole.erase(change.key());
        else
            whole[change.key()] = change.value();
    }
    return json::serialize(whole);
}

std::string document(char letter)
{
    return R"({"hash": ")" + std::string(64, letter) + R"(", "name": "document )" + letter + "\"}";
}

void start(trial& t, std::string_view catalogue_flags)
{
    law::intake::start_decided decision;
    decision.sponsors = {"water", "transport"};
    decision.lead = "water";
    if (!catalogue_flags.empty()) {
        std::vector<engine::field_fault> faults;
        decision.catalogue.push_back(engine::read_body<law::intake::catalogue_item>(
            parsed(R"({"year": 2024, "item": "1",)" + std::string(catalogue_flags) + "}"), faults));
        BOOST_TEST_REQUIRE(faults.empty());
    }
    t.file.intake.started = {decision, 1, *engine::parse_day("2024-01-02"), {9}, "government", 0};
}

void assess(trial& t, std::string_view members)
{
    std::vector<engine::field_fault> faults;
    auto const body = engine::read_body<law::drafting::assessed>(
        parsed("{" + std::string(members) + "}"), faults);
    BOOST_TEST_REQUIRE(faults.empty());
    t.file.drafting.touches = {body, 2, *engine::parse_day("2024-01-03"), {8}, "water", 0};
}

void add_draft(trial& t, law::drafting::change_class change)
{
    auto& versions = t.file.drafting.versions;
    auto const letter = static_cast<char>('a' + versions.size());
    law::drafting::versioned version;
    version.draft = {std::string(64, letter), "draft"};
    version.explanation = {std::string(64, 'e'), "explanation"};
    version.change = change;
    auto const number = static_cast<long long>(versions.size()) + 1;
    versions.push_back({version, 0, *engine::parse_day("2024-01-04"), {8}, "water", number});
}

void add_draft(trial& t)
{
    add_draft(t, law::drafting::change_class::first_draft);
}

std::string shown(rules const& some)
{
    std::string list;
    for (auto const& one : some)
        list += (list.empty() ? "" : ", ") + one;
    return list;
}

} // namespace tests
