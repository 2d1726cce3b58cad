#include "adapters/demo/demo.hpp"
#include "tests/web/demo_house.hpp"
#include "tests/web/description.hpp"
#include "tests/web/hostile_values.hpp"
#include "tests/web/view_schemas.hpp"
#include "web/described_answers.hpp"
#include "web/percent.hpp"
#include "web/router.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <deque>
#include <map>
#include <optional>
#include <set>

// The description of the interface, held against what the sample district answers: to everybody who
// asks for anything that a page leads to, and to those who send what it forbids.

using tests::described_schemas;
using tests::description;
using tests::district;
using tests::is_described_refusal;
using tests::joined;
using tests::media_type;
using tests::operation;
using tests::plain;
using tests::undescribed;

namespace {

namespace json = boost::json;

/// True for a schema of what is answered and never sent.
bool is_answered(std::string_view schema)
{
    return schema.starts_with("view") || schema.starts_with("part_");
}

// ---- what there is to ask

/// Everybody whose work is another; nobody first.
std::vector<std::string> const people = {
    "",         "mayor",       "office",      "reviewer",    "compiler",   "adviser",
    "auditor",  "admin",       "security",    "audit_admin", "sponsor",    "legal_water",
    "executor", "head_water",  "competition", "adviser3",    "clerk_data", "clerk_agriculture",
    "deputy",   "clerk_health"};

void gather(json::value const& view, std::set<std::string>& into)
{
    if (auto const* words = view.if_string()) {
        if (words->starts_with('/') && !words->starts_with("//"))
            into.emplace(words->subview(0, words->find('#')));
    } else if (auto const* list = view.if_array())
        for (auto const& one : *list)
            gather(one, into);
    else if (auto const* object = view.if_object())
        for (auto const& member : *object)
            gather(member.value(), into);
}

std::string path_of(std::string const& target)
{
    return target.substr(0, target.find('?'));
}

/// The forms of the public are kept by the comment box, which the district has not; public_site
/// asks for them.
bool needs_the_comment_box(web::route const& one)
{
    return one.pattern == "/public/matters/{id}/opinions" ||
           one.pattern == "/public/matters/{id}/hearing-wishes" ||
           one.pattern == "/public/matters/{id}/applications" || one.pattern == "/public/proposals";
}

bool is_asked(web::route const& one)
{
    return one.method == "GET" && !one.internal && !needs_the_comment_box(one);
}

/// What is described of an address that is asked with GET; nothing where it is not described.
web::route const* described_route(std::string const& path)
{
    auto const found = web::find_route(web::routes(), "GET", path);
    return found.it && is_asked(*found.it) ? found.it : nullptr;
}

/// The desk of a catalogue's own case: only few of all cases are walked to.
std::string const& page_of_a_catalogue()
{
    static std::string const found = [] {
        for (int id = 1; id <= 200; ++id) {
            auto const page = "/cases/" + std::to_string(id) + "/catalogue";
            if (district().json("office", "GET", page).status == 200)
                return page;
        }
        return std::string("/catalogue");
    }();
    return found;
}

/// A walk of one person from the addresses without places, along whatever the answers lead to.
class walk {
public:
    explicit walk(std::string login) : login_(std::move(login))
    {
        for (auto const& one : web::routes())
            if (is_asked(one) && one.pattern.find('{') == std::string_view::npos) {
                std::string const pattern(one.pattern);
                waiting_.push_back(pattern);
                if (pattern.ends_with("/export"))
                    for (auto const* as : {"?as=csv", "?as=xlsx"})
                        waiting_.push_back(pattern + as);
            }
        for (auto const* known :
             {"/boxes/done/export?as=csv", "/reports/2025", "/public/catalogue/2026"})
            waiting_.emplace_back(known);
        waiting_.push_back(page_of_a_catalogue());
    }

    /// Adds the patterns that showed something, and an address of each.
    void go(std::map<std::string, std::pair<std::string, std::string>>& shown)
    {
        for (; !waiting_.empty(); waiting_.pop_front()) {
            auto const target = waiting_.front();
            auto const* route = described_route(path_of(target));
            if (!route || !asked_.insert(target).second || ++asked_of_[route] > most_of_a_pattern)
                continue;
            auto const mark = target.find('?');
            if (mark != target.npos && !web::parse_pairs(target.substr(mark + 1))) {
                BOOST_ERROR("a link that cannot be read: " << target);
                continue;
            }
            auto const got = district().json(login_, "GET", target);
            auto const wrong = got.status == 200 && tests::writes_views()
                                   ? std::string()
                                   : undescribed(plain(got), operation("GET", route->pattern));
            BOOST_TEST(wrong.empty(),
                       "'" << login_ << "' asks " << target << ", not described is " << wrong);
            if (got.status != 200)
                continue;
            shown.try_emplace(std::string(route->pattern), login_, path_of(target));
            follow(*route, path_of(target), got);
        }
    }

private:
    static constexpr std::size_t most_of_a_pattern = 4;

    void follow(web::route const& from, std::string const& path, tests::site_reply const& got)
    {
        std::set<std::string> to;
        if (media_type(plain(got)) == "application/json")
            gather(json::parse(got.body), to);
        // what stands below an address without another place
        for (auto const& one : web::routes())
            if (is_asked(one) && from.pattern != "/" &&
                one.pattern.starts_with(std::string(from.pattern) + "/") &&
                one.pattern.find('{', from.pattern.size()) == std::string_view::npos)
                to.insert(path + std::string(one.pattern.substr(from.pattern.size())));
        waiting_.insert(waiting_.end(), to.begin(), to.end());
    }

    std::string login_;
    std::deque<std::string> waiting_;
    std::set<std::string> asked_;
    std::map<web::route const*, std::size_t> asked_of_;
};

// ---- what there is to send

std::size_t acts_on_record()
{
    std::size_t acts = 0;
    for (long long id = 1; id <= 300; ++id)
        acts += district().acts_of({id}).size();
    return acts;
}

std::string next_act_id()
{
    static int count = 0;
    return "hostile-act-" + std::to_string(++count);
}

json::object act_of(std::string const& kind, json::value body)
{
    return {{"kind", kind}, {"act_id", next_act_id()}, {"body", std::move(body)}};
}

/// Whether a body was found wrong, also where the case would not take the act with any other.
bool names_faults(tests::site_reply const& got)
{
    return got.status == 400 || (got.status == 422 && got.view().contains("faults"));
}

/// Where an act of a kind is judged by its body: its address, and who may enter it.
struct desk {
    std::string login;
    std::string address;
};

/// The addresses at which acts of one procedure are entered: all of its cases in the sample, those
/// first that the water bureau opened, whose people are asked; the newest first.
using addresses = std::vector<std::string>;
std::vector<addresses> addresses_by_procedure()
{
    std::map<std::string, addresses> found;
    for (bool const of_water : {true, false})
        for (long long id = 300; id >= 1; --id)
            if (auto const acts = district().acts_of({id});
                !acts.empty() && (acts.front().by.unit == "water") == of_water)
                found[acts.front().kind].push_back("/cases/" + std::to_string(id) + "/acts");
    std::vector<addresses> all;
    for (auto& [kind, of_one] : found)
        all.push_back(std::move(of_one));
    all.push_back({"/administration/acts"});
    return all;
}

/// Nothing where nobody may enter the act, or no case of this procedure has it.
std::optional<desk> desk_among(addresses const& all, std::string const& kind)
{
    for (auto const& address : all)
        for (auto const& login : people) {
            if (login.empty())
                continue;
            auto const got = district().json(login, "POST", address,
                                             act_of(kind, json::object{{"no_such_member", 1}}));
            if (!names_faults(got))
                continue; // the case is not there for this person, or the act is not theirs
            if (got.body.find("no_such_member") != std::string::npos)
                return desk{login, address};
            return {}; // no act of this procedure, whoever asks
        }
    return {};
}

std::optional<desk> desk_for(std::string const& kind)
{
    static auto const all = addresses_by_procedure();
    for (auto const& one : all)
        if (auto found = desk_among(one, kind))
            return found;
    return {};
}

} // namespace

BOOST_AUTO_TEST_SUITE(openapi)

BOOST_AUTO_TEST_CASE(the_description_can_be_read_whole)
{
    BOOST_TEST((district().view("", "/openapi.json") == description()));
    std::set<std::string> ids;
    for (auto const& one : web::routes()) {
        if (one.internal)
            continue;
        auto const about = std::string(one.method) + " " + std::string(one.pattern);
        auto const& described = operation(one.method, one.pattern);
        BOOST_TEST(ids.insert(std::string(described.at("operationId").as_string())).second, about);
        BOOST_TEST((one.method != "GET" || !described.contains("requestBody")), about);
        std::set<std::string> places;
        if (auto const* parameters = described.if_contains("parameters"))
            for (auto const& each : parameters->as_array()) {
                auto const wrong = described_schemas().unreadable(each.at("schema").as_object());
                BOOST_TEST(wrong.empty(), about << ": " << joined(wrong));
                if (each.at("in").as_string() == "path")
                    places.emplace(each.at("name").as_string());
            }
        BOOST_TEST(places.size() == static_cast<std::size_t>(
                                        std::count(one.pattern.begin(), one.pattern.end(), '{')),
                   about);
        BOOST_TEST(described.at("responses").as_object().size() > 1u, about);
        for (auto const& response : described.at("responses").as_object())
            if (auto const* content = response.value().as_object().if_contains("content"))
                for (auto const& type : content->as_object()) {
                    auto const wrong =
                        described_schemas().unreadable(type.value().at("schema").as_object());
                    BOOST_TEST(wrong.empty(), about << ": " << joined(wrong));
                    BOOST_TEST((one.method == "GET" ||
                                type.value().at("schema") != json::object({{"type", "object"}})),
                               about << " says nothing of what it answers");
                }
    }
    for (auto const& one : description().at("components").at("schemas").as_object()) {
        auto const wrong = described_schemas().unreadable(one.value().as_object());
        BOOST_TEST(wrong.empty(), std::string(one.key()) << ": " << joined(wrong));
    }
}

BOOST_AUTO_TEST_CASE(a_schema_with_an_unknown_word_or_reference_is_not_taken_for_kept)
{
    for (auto const* unread :
         {R"({"type":"string","uniqueItems":true})", R"({"type":"float"})",
          R"({"type":["string","float"]})", R"({"additionalProperties":{"type":"float"}})",
          R"({"additionalProperties":true})", R"({"type":"string","format":"uri"})",
          R"({"$ref":"#/components/schemas/nothing"})",
          R"({"type":"object","properties":{"a":{"anyOf":[]}}})"})
        BOOST_TEST(described_schemas().unreadable(json::parse(unread).as_object()).size() == 1u,
                   unread);
}

BOOST_AUTO_TEST_CASE(every_view_has_a_schema_and_every_schema_a_view)
{
    auto const& schemas = web::view_schemas();
    std::set<std::string> known;
    for (auto const& one : web::routes()) {
        auto const name = web::view_name(one, 200);
        BOOST_TEST((name.empty() || known.insert(name).second || one.method != "GET"), name);
        BOOST_TEST((name.empty() || schemas.contains(name)),
                   one.method << " " << one.pattern << " has no " << name
                              << " in config/openapi/views.json; " << tests::how_views_are_written);
    }
    auto const all = json::serialize(schemas);
    for (auto const& one : schemas) {
        std::string const name(one.key());
        BOOST_TEST((known.contains(name) ||
                    all.find("#/components/schemas/" + name + "\"") != std::string::npos),
                   name << " belongs to no route; " << tests::how_views_are_written);
    }
}

BOOST_AUTO_TEST_CASE(what_is_hostile_breaks_its_schema_and_the_sample_keeps_it)
{
    for (auto const& one : description().at("components").at("schemas").as_object()) {
        auto const& schema = one.value().as_object();
        auto const name = std::string(one.key());
        if (!schema.contains("type") || is_answered(name))
            continue;
        auto const wrong =
            described_schemas().breaches(tests::sample_of(described_schemas(), schema), schema);
        BOOST_TEST(wrong.empty(), name << ": " << joined(wrong));
        for (auto const& hostile : tests::hostile_values(described_schemas(), schema))
            BOOST_TEST(!described_schemas().breaches(hostile.value, schema).empty(),
                       name << " takes " << hostile.how);
    }
}

BOOST_AUTO_TEST_CASE(whatever_is_asked_by_whomever_is_answered_as_described)
{
    std::map<std::string, std::pair<std::string, std::string>> shown;
    for (auto const& login : people)
        walk(login).go(shown);

    // The sample has no upload under way, no letter of the administration, and no attachment.
    std::set<std::string> const not_in_the_sample = {
        "/uploads/{id}", "/administration/documents/{hash}", "/documents/{hash}/pages/{page}",
        "/cases/{id}/opinions/documents/{hash}", "/public/matters/{id}/documents/{hash}"};
    for (auto const& one : web::routes()) {
        std::string const pattern(one.pattern);
        if (is_asked(one) && !not_in_the_sample.contains(pattern))
            BOOST_TEST(shown.contains(pattern), "nobody was shown " << pattern);
    }

    // A parameter that is none is refused in words, or says nothing.
    for (auto const& [pattern, where] : shown) {
        auto const& described = operation("GET", pattern);
        auto const* parameters = described.if_contains("parameters");
        if (!parameters)
            continue;
        for (auto const& each : parameters->as_array()) {
            if (each.at("in").as_string() != "query")
                continue;
            for (auto const& value :
                 {std::string("-1"), std::string("99999999999999999999"), std::string("2024-02-30"),
                  std::string("%27%22%3C%3E"), std::string(3'000, 'x')}) {
                auto const target =
                    where.second + "?" + std::string(each.at("name").as_string()) + "=" + value;
                auto const wrong =
                    undescribed(plain(district().json(where.first, "GET", target)), described);
                BOOST_TEST(wrong.empty(), "'" << where.first << "' asks " << target.substr(0, 100)
                                              << ", not described is " << wrong);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(what_a_program_arranges_for_itself_is_answered_as_described)
{
    auto const in = district()
                        .json("", "POST", "/sign-in",
                              {{"login", "sponsor"}, {"password", adapters::demo::demo_password}})
                        .view();
    auto const bearer = "Bearer " + std::string(in.at("token").as_string());
    auto const post = [&](std::string const& address, std::string const& pattern,
                          web::pairs fields) {
        fields.emplace_back("csrf", std::string(in.at("csrf").as_string()));
        auto const got = district().ask("", "POST", address,
                                        {{"accept", "application/json"},
                                         {"content-type", "application/x-www-form-urlencoded"},
                                         {"authorization", bearer}},
                                        web::to_query(fields));
        BOOST_TEST(got.status == 200, address << ": " << got.body);
        auto const wrong = undescribed(plain(got), operation("POST", pattern));
        BOOST_TEST(wrong.empty(), address << ", not described is " << wrong);
    };
    post("/boxes/opened/views", "/boxes/{box}/views", {{"name", "a"}, {"query", ""}});
    post("/boxes/opened/columns", "/boxes/{box}/columns",
         {{"column", "number"}, {"column", "case"}});
    post("/drafts", "/drafts",
         {{"kind", "intake.proposed"}, {"shape", "major_decision/2019"}, {"f.title", "草稿"}});
    auto const drafts = district().view("sponsor", "/boxes/drafts");
    auto const draft = std::to_string(drafts.at("rows").at(0).at("id").as_int64());
    post("/drafts/" + draft + "/drop", "/drafts/{id}/drop", {});
    post("/notices/read", "/notices/read", {});
    auto const seats = district().view("sponsor", "/appointments");
    post("/appointments", "/appointments",
         {{"appointment", std::to_string(seats.at("appointments").at(0).at("id").as_int64())}});
    post("/sign-out", "/sign-out", {});
}

BOOST_AUTO_TEST_CASE(no_act_whose_body_breaks_its_schema_is_entered)
{
    auto const before = acts_on_record();
    std::set<std::string> tried;
    for (auto const& one :
         description().at("components").at("schemas").at("submission").at("oneOf").as_array()) {
        auto const& properties = one.at("properties").as_object();
        auto const kind = std::string(properties.at("kind").at("const").as_string());
        auto const where = desk_for(kind);
        BOOST_TEST(where.has_value(), "nobody in the sample may enter " << kind);
        if (!where)
            continue;
        auto const pattern =
            where->address.starts_with("/cases/") ? "/cases/{id}/acts" : "/administration/acts";
        for (auto& hostile :
             tests::hostile_values(described_schemas(), properties.at("body").as_object())) {
            if (!tried.insert(hostile.how).second)
                continue; // the members of many acts are the same
            auto const got = district().json(where->login, "POST", where->address,
                                             act_of(kind, std::move(hostile.value)));
            BOOST_TEST(
                (names_faults(got) && is_described_refusal(plain(got), operation("POST", pattern))),
                kind << ", " << hostile.how << ": " << got.status << " "
                     << got.body.substr(0, 300));
        }
    }
    BOOST_TEST(tried.size() > 1'000u);
    BOOST_TEST(acts_on_record() == before);
}

BOOST_AUTO_TEST_CASE(no_case_is_opened_by_what_breaks_its_schema)
{
    auto const before = acts_on_record();
    for (auto const& one :
         description().at("components").at("schemas").at("opening").at("oneOf").as_array()) {
        auto const& schema = one.as_object();
        for (auto& hostile : tests::hostile_values(described_schemas(), schema)) {
            if (auto* opening = hostile.value.if_object(); opening &&
                                                           hostile.how != "act_id is missing" &&
                                                           !hostile.how.starts_with("act_id:"))
                (*opening)["act_id"] = next_act_id();
            auto const got = district().json("sponsor", "POST", "/cases", std::move(hostile.value));
            BOOST_TEST(is_described_refusal(plain(got), operation("POST", "/cases")),
                       json::serialize(schema.at("properties").at("shape"))
                           << ", " << hostile.how << ": " << got.status << " "
                           << got.body.substr(0, 300));
        }
    }
    BOOST_TEST(acts_on_record() == before);
}

BOOST_AUTO_TEST_CASE(no_setting_is_changed_by_what_breaks_its_schema)
{
    auto const before = acts_on_record();
    auto const account = district().view("adviser3", "/account");
    std::size_t tried = 0;
    for (auto const& one : web::routes()) {
        if (one.internal || one.method != "POST" || one.pattern.ends_with("/acts") ||
            one.pattern == "/cases" || needs_the_comment_box(one))
            continue;
        auto const& described = operation("POST", one.pattern);
        auto const* body = described.if_contains("requestBody");
        auto const* as =
            body ? body->at("content").as_object().if_contains("application/json") : nullptr;
        if (!as)
            continue;
        auto const is_report = one.pattern.starts_with("/reports/");
        std::string const address = is_report ? "/reports/2025/frozen" : std::string(one.pattern);
        std::string const login = one.who == web::access::everybody ? ""
                                  : is_report                       ? "compiler"
                                                                    : "adviser3";
        for (auto& hostile :
             tests::hostile_values(described_schemas(), as->at("schema").as_object())) {
            ++tried;
            // null would be no body at all
            auto const got = hostile.value.is_null()
                                 ? district().ask(login, "POST", address,
                                                  {{"accept", "application/json"},
                                                   {"content-type", "application/json"}},
                                                  "null")
                                 : district().json(login, "POST", address, hostile.value);
            BOOST_TEST(is_described_refusal(plain(got), described),
                       address << ", " << hostile.how << ": " << got.status << " "
                               << got.body.substr(0, 300));
        }
    }
    BOOST_TEST(tried > 50u);
    BOOST_TEST(acts_on_record() == before);
    auto const after = district().view("adviser3", "/account");
    BOOST_TEST(after.at("phrases") == account.at("phrases"));
}

BOOST_AUTO_TEST_CASE(what_no_reader_takes_is_refused_at_every_address_that_reads)
{
    auto const before = acts_on_record();
    for (auto const& [login, address, pattern] :
         std::vector<std::tuple<std::string, std::string, std::string>>{
             {"sponsor", "/cases", "/cases"},
             {"sponsor", "/cases/1/acts", "/cases/{id}/acts"},
             {"admin", "/administration/acts", "/administration/acts"},
             {"adviser3", "/appointments", "/appointments"},
             {"adviser3", "/account/phrases", "/account/phrases"},
             {"adviser3", "/notices/mail", "/notices/mail"},
             {"compiler", "/reports/2025/frozen", "/reports/{year}/frozen"},
             {"", "/sign-in", "/sign-in"}})
        for (auto const& hostile : tests::hostile_bodies()) {
            auto const got = district().ask(
                login, "POST", address,
                {{"accept", "application/json"}, {"content-type", "application/json"}},
                std::string(hostile.value.as_string()));
            BOOST_TEST(is_described_refusal(plain(got), operation("POST", pattern)),
                       address << ", " << hostile.how << ": " << got.status << " "
                               << got.body.substr(0, 300));
        }
    auto const text =
        district().ask("sponsor", "POST", "/cases", {{"content-type", "text/xml"}}, "<a/>");
    BOOST_TEST(text.status == 415);
    BOOST_TEST(acts_on_record() == before);
}

BOOST_AUTO_TEST_SUITE_END()
