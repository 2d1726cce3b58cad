#include "tests/web/public_house.hpp"

#include "adapters/soci/house_register.hpp"
#include "tests/web/view_schemas.hpp"
#include "web/percent.hpp"
#include "workflows/parameters.hpp"
#include "workflows/shapes.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/test/unit_test.hpp>
#include <future>
#include <random>

namespace tests {

namespace soci = adapters::soci;
namespace demo = adapters::demo;

std::string public_reply::header(std::string const& name) const
{
    auto const at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos)
        return {};
    auto const begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

std::string told_decision::document(std::string_view kind, std::string_view member) const
{
    for (auto const& one : told.entered)
        if (one.kind == kind)
            return std::string(one.body.at(member).at("hash").as_string());
    BOOST_FAIL("no document of " << kind);
    return {};
}

public_house::public_house(std::filesystem::path const& program)
    : clock(*engine::parse_instant("2026-06-15T02:00:00.000Z")),
      dir_(std::filesystem::temp_directory_path() /
           ("juece-public-" + std::to_string(std::random_device{}()))),
      record_(base_.at(dir_)), documents_(dir_), people_(record_), entry_(record_, people_),
      readers_(record_, 2), desk_(record_), shapes_(workflows::shapes()),
      packs_(adapters::rules::load_rules(workflows::declared_parameters())),
      days_(adapters::calendar::load_calendar()), entitled_(adapters::rights::load_rights().table),
      officials_(demo::made_up_officials({"water", "finance", "market"})),
      entries_(loop_.get_executor())
{
    auto const start = *engine::parse_instant("2020-01-01T00:00:00.000Z");
    soci::house_register keeping(record_);
    keeping.add_organ({"gy", "高要区人民政府", "county", "gd", ""}, start);
    for (auto const& [code, name] : {std::pair{"water", "水务局"},
                                     {"finance", "财政局"},
                                     {"office", "政府办公室"},
                                     {"market", "市场监管局"},
                                     {"justice", "司法局"},
                                     {"advisers", "法律顾问室"},
                                     {"leaders", "政府领导"}})
        keeping.add_unit({code, name, "gy"}, start);
    for (auto const& [login, role, unit] : {std::tuple{"sponsor", "sponsor_clerk", "water"},
                                            {"other", "sponsor_clerk", "finance"},
                                            {"auditor", "office_secretary", "office"}}) {
        auto const id = keeping.add_person(login, login, "correct horse", start);
        keeping.add_appointment({.who = id,
                                 .role = role,
                                 .unit = unit,
                                 .from = std::chrono::year(2020) / 1 / 1,
                                 .until = {}},
                                start);
    }
    // Acts name some of those who tell the decisions by their numbers.
    for (auto const& one : officials_.all()) {
        if (one.person.value <= 3)
            continue;
        BOOST_TEST_REQUIRE(
            keeping.add_person("p" + std::to_string(one.person.value), one.name, "", start).value ==
            one.person.value);
        keeping.add_appointment({.who = one.person,
                                 .role = one.role,
                                 .unit = one.unit,
                                 .from = std::chrono::year(2020) / 1 / 1,
                                 .until = {}},
                                start);
    }
    soci::clerk_terms terms;
    terms.group_answered = entries_.acts_answered();
    clerk_ = std::make_unique<soci::clerk>(record_, law(), terms);
    entries_.use(*clerk_);
    soci::comment_box_terms box_terms;
    box_terms.group_answered = entries_.comments_answered();
    box_ = std::make_unique<soci::comment_box>(record_, box_terms);
    entries_.use(*box_);
    office_ = std::make_unique<web::office>(web::office_parts{.people = people_,
                                                              .entry = entry_,
                                                              .readers = readers_,
                                                              .documents = documents_,
                                                              .law = law(),
                                                              .requirements = requirements_,
                                                              .entries = entries_,
                                                              .clock = [this] { return clock; },
                                                              .dir = dir_,
                                                              .desk = desk_,
                                                              .reading_threads = 2,
                                                              .program = program});
    server_ = std::make_unique<web::server>(loop_, *office_, web::server_settings{});
    port_ = server_->listen("127.0.0.1:0");
    thread_ = std::thread([this] { loop_.run(); });
}

public_house::~public_house()
{
    boost::asio::post(loop_, [this] { server_->stop(); });
    thread_.join();
    clerk_->stop();
    box_->stop();
    entry_.log.stop();
    std::filesystem::remove_all(dir_);
}

told_decision public_house::tell(std::string const& title,
                                 std::set<std::string, std::less<>> traits,
                                 std::string const& until, std::set<std::string, std::less<>> turns)
{
    told_decision made;
    made.title = title;
    demo::story story;
    story.what.title = title;
    story.what.sponsor = "water";
    story.what.executor = "water";
    story.what.evaluator = "justice";
    story.what.traits = std::move(traits);
    story.turns = std::move(turns);
    story.what.seed = ++stories_;
    story.begins = std::chrono::sys_days(std::chrono::year(2025) / 2 / 10);
    story.until = until;
    demo::paper const keep = [&](std::string const& name, std::string const& words) {
        auto const stored = documents_.put(words);
        people_.note_document(stored.hash, stored.size, "text/plain", name, {1}, clock);
        return engine::document_ref{stored.hash, name};
    };
    made.told = demo::tell(story, officials_, law(), keep, clock);
    BOOST_TEST_REQUIRE(made.told.went_well(), title << " at " << made.told.refused_kind);
    long long number = 0;
    for (auto const& act : made.told.acts) {
        std::promise<soci::outcome> answer;
        auto const act_id = "told-" + std::to_string(stories_) + "-" + std::to_string(++number);
        BOOST_REQUIRE(
            clerk_->submit({.on = made.id,
                            .shape = story.shape,
                            .place = story.place,
                            .act_id = act_id,
                            .kind = act.kind,
                            .body = act.body,
                            .seen = {},
                            .by = act.by,
                            .now = act.at,
                            .seeing = engine::clearance::of_the_record()},
                           [&](soci::outcome given) { answer.set_value(std::move(given)); }));
        auto const given = answer.get_future().get();
        auto const* ruling = std::get_if<engine::ruling>(&given);
        auto const* taken = ruling ? std::get_if<engine::admitted>(ruling) : nullptr;
        BOOST_TEST_REQUIRE(taken, act.kind);
        made.id = taken->what.on;
        made.last = act.at;
    }
    return made;
}

public_reply public_house::raw(std::string const& bytes) const
{
    boost::asio::ip::tcp::iostream stream("127.0.0.1", std::to_string(port_));
    stream.expires_after(std::chrono::seconds(20));
    stream << bytes << std::flush;
    std::string all(std::istreambuf_iterator<char>(stream), {});
    public_reply got;
    auto const end = all.find("\r\n\r\n");
    BOOST_TEST_REQUIRE(end != std::string::npos, bytes.substr(0, 200));
    got.head = all.substr(0, end);
    got.body = all.substr(end + 4);
    got.status = std::stoi(got.head.substr(9, 3));
    return got;
}

public_reply public_house::send(std::string const& method, std::string const& target,
                                std::string const& headers, std::string const& body) const
{
    auto const length =
        method == "GET" ? "" : "Content-Length: " + std::to_string(body.size()) + "\r\n";
    auto got =
        raw(method + " " + target + " HTTP/1.1\r\nHost: juece.test\r\nConnection: close\r\n" +
            headers + length + "\r\n" + body);
    hold_answer(method, target, got.status, got.header("Content-Type"), got.body);
    return got;
}

public_reply public_house::post(std::string const& target, web::pairs const& fields,
                                std::string const& headers) const
{
    return send("POST", target, headers + form_type, web::to_query(fields));
}

std::string public_house::token(std::string const& form)
{
    auto const got = get(form, json);
    BOOST_TEST_REQUIRE(got.status == 200, form << ": " << got.body);
    clock += std::chrono::seconds(5);
    return std::string(got.view().at("form").as_string());
}

public_reply public_house::opinion(told_decision const& on, web::pairs fields)
{
    fields.emplace_back("form", token(on.at() + "/opinions"));
    return post(on.at() + "/opinions", fields, json);
}

void public_house::gets_a_head(engine::instant after)
{
    adapters::soci::house_register keeping(record_);
    keeping.add_appointment({.who = keeping.add_person("mayor", "新区长", "correct horse", after),
                             .role = "head_of_government",
                             .unit = "leaders",
                             .from = std::chrono::year(2020) / 1 / 1,
                             .until = {}},
                            after);
    clock = std::max(clock, after + std::chrono::hours(1));
}

void public_house::enters(std::string const& login, told_decision const& on,
                          std::string const& kind, boost::json::object body)
{
    auto const headers = sign_in(login).headers + json;
    auto const seen = get(on.home(), headers).view().at("version");
    boost::json::object const act{{"kind", kind},
                                  {"act_id", "entered-" + std::to_string(++entered_)},
                                  {"seen", seen},
                                  {"body", std::move(body)}};
    auto const got =
        send("POST", on.home() + "/acts", headers + "Content-Type: application/json\r\n",
             boost::json::serialize(act));
    BOOST_TEST_REQUIRE(got.status == 201, got.body);
}

public_house::seat public_house::sign_in(std::string const& login) const
{
    auto const got = send("POST", "/sign-in", json + "Content-Type: application/json\r\n",
                          R"({"login":")" + login + R"(","password":"correct horse"})");
    BOOST_TEST_REQUIRE(got.status == 200, got.body);
    return {"Authorization: Bearer " + std::string(got.view().at("token").as_string()) + "\r\n",
            std::string(got.view().at("csrf").as_string())};
}

} // namespace tests
