#include "tests/crash/running_house.hpp"

#include "adapters/soci/house_register.hpp"
#include "adapters/soci/query.hpp"

#include <boost/test/unit_test.hpp>
#include <charconv>
#include <fstream>
#include <soci/soci.h>
#include <sstream>
#include <thread>

namespace tests {
namespace {

namespace json = boost::json;
namespace store = adapters::soci;
namespace fs = std::filesystem;

} // namespace

scratch_folder::scratch_folder(std::string const& name)
    : at(fs::temp_directory_path() / (name + "-" + std::to_string(::getpid())))
{
    fs::remove_all(at);
    fs::create_directories(at);
    at = fs::canonical(at); // as the system names the files in it
}

scratch_folder::~scratch_folder()
{
    std::error_code ignored;
    fs::remove_all(at, ignored);
}

std::string words_of(fs::path const& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream words;
    words << in.rdbuf();
    return words.str();
}

bool comes_true(std::chrono::milliseconds patience, std::function<bool()> const& what)
{
    auto const until = std::chrono::steady_clock::now() + patience;
    while (!what()) {
        if (std::chrono::steady_clock::now() > until)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return true;
}

void let_two_people_in(store::place const& data)
{
    store::database at(data);
    store::house_register people(at);
    auto const now =
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    auto const from = engine::legal_day(now) - std::chrono::days(30);
    people.add_organ({"gov", "某区人民政府", "county", "gd", ""}, now);
    people.add_unit({"water", "区水利局", "gov"}, now);
    people.add_unit({"office", "区政府办公室", "gov"}, now);
    auto const clerk = people.add_person("clerk", "李勤", password_of_all, now);
    auto const secretary = people.add_person("secretary", "王文", password_of_all, now);
    people.add_appointment(
        {.who = clerk, .role = "sponsor_clerk", .unit = "water", .from = from, .until = {}}, now);
    people.add_appointment(
        {.who = secretary, .role = "office_secretary", .unit = "office", .from = from, .until = {}},
        now);
}

// ---- at the wire

std::string told(std::optional<http_answer> const& answer)
{
    return answer ? std::to_string(answer->status) + " " + answer->body.substr(0, 400)
                  : std::string("no answer");
}

int status_of(std::optional<http_answer> const& answer)
{
    return answer ? answer->status : 0;
}

bool says_when_to_come_back(std::optional<http_answer> const& answer)
{
    return answer && answer->head.find("\r\nRetry-After: ") != std::string::npos;
}

json::object view_of(std::optional<http_answer> const& answer)
{
    json::error_code fault;
    auto const parsed = json::parse(answer ? answer->body : std::string(), fault);
    return !fault && parsed.is_object() ? parsed.get_object() : json::object();
}

std::optional<double> count_in(std::string const& metrics, std::string const& name)
{
    auto const at = metrics.find("\n" + name + " ");
    if (at == std::string::npos)
        return {};
    return std::strtod(metrics.c_str() + at + name.size() + 2, nullptr);
}

std::optional<http_answer> official::sign_in()
{
    auto answer = wire_->ask(
        "POST", "/sign-in", {{"Content-Type", "application/json"}, {"Accept", "application/json"}},
        json::serialize(json::object{{"login", login_}, {"password", password_of_all}}));
    auto const said = view_of(answer);
    if (auto const* token = said.if_contains("token")) {
        token_ = token->as_string();
        csrf_ = said.at("csrf").as_string();
    }
    return answer;
}

official official::beside(int port) const
{
    official same(login_);
    same.token_ = token_;
    same.csrf_ = csrf_;
    same.turn_to(port);
    return same;
}

std::optional<http_answer> official::get(std::string const& path)
{
    return wire_->ask("GET", path, headers("application/json"));
}

json::object a_proposal(std::string const& title)
{
    return {{"title", title},
            {"matter", "construction_project"},
            {"proposer", "department"},
            {"proposer_name", "区水利局"},
            {"in_writing", true},
            {"main_problem", "低洼片区逢大雨内涝，群众反映强烈。"},
            {"reasons", "列入年度重点工作。"},
            {"legal_basis", "《中华人民共和国防洪法》第三十四条。"},
            {"necessity_and_feasibility", "事关群众生命财产安全，资金有保障。"},
            {"main_measures", "新建泵站两座，疏浚河道十公里。"}};
}

std::optional<http_answer> official::open_case(std::string const& act_id, std::string const& title)
{
    return send("/cases", act_id,
                json::serialize(json::object{{"shape", "major_decision/2019"},
                                             {"kind", "intake.proposed"},
                                             {"body", a_proposal(title)}}));
}

std::optional<http_answer> official::assign_study(long long on, std::string const& act_id,
                                                  std::string const& instruction,
                                                  std::optional<long long> seen)
{
    json::object const body{{"to_unit", "water"}, {"instruction", instruction}};
    json::object whole{{"kind", "intake.study_assigned"}, {"body", body}};
    if (seen)
        whole["seen"] = *seen;
    return send("/cases/" + std::to_string(on) + "/acts", act_id, json::serialize(whole));
}

std::optional<http_answer> official::report_start(long long on, std::string const& act_id)
{
    json::object const body{{"opinion", "建议启动。"}, {"documents", json::array()}};
    return send("/cases/" + std::to_string(on) + "/acts", act_id,
                json::serialize(json::object{{"kind", "intake.start_reported"}, {"body", body}}));
}

std::optional<http_answer> official::upload(std::string const& words)
{
    std::string const boundary = "----papers";
    auto const body = "--" + boundary +
                      "\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + csrf_ +
                      "\r\n--" + boundary +
                      "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\""
                      "\r\nContent-Type: text/plain\r\n\r\n" +
                      words + "\r\n--" + boundary + "--\r\n";
    return wire_->ask("POST", "/documents", headers("multipart/form-data; boundary=" + boundary),
                      body);
}

std::optional<http_answer> official::send(std::string const& path, std::string const& act_id,
                                          std::string const& body)
{
    auto with = headers("application/json");
    with.emplace_back("Idempotency-Key", act_id);
    return wire_->ask("POST", path, with, body);
}

http_client::headers official::headers(std::string const& type) const
{
    http_client::headers all{{"Accept", "application/json"}, {"Content-Type", type}};
    if (!token_.empty())
        all.emplace_back("Authorization", "Bearer " + token_);
    return all;
}

// ---- the house

running_house::running_house(std::string const& name)
    : home_(name), data(home_.at / "data"), log(home_.at / "log")
{
    let_two_people_in(place());
}

std::unique_ptr<server_process> running_house::try_to_start(surroundings more,
                                                            std::vector<std::string> const& options)
{
    if (std::none_of(more.begin(), more.end(),
                     [](auto const& one) { return one.first == "JUECE_DATABASE"; }))
        more.emplace_back("JUECE_DATABASE", base_.url());
    return std::make_unique<server_process>(JUECE_BINARY, data, log, more, options);
}

void running_house::start(surroundings more, std::vector<std::string> const& options)
{
    server_.reset();
    server_ = try_to_start(std::move(more), options);
    port_ = server_->wait_for_port();
    BOOST_REQUIRE_MESSAGE(port_ > 0, "the server does not come up: " << words_of(log));
    clerk.turn_to(port_);
    secretary.turn_to(port_);
}

void running_house::stop()
{
    BOOST_TEST(server_->stop() == 0, "a server that is asked to end does so: " << words_of(log));
}

void running_house::sign_in()
{
    for (auto* one : {&clerk, &secretary}) {
        auto const answer = one->sign_in();
        BOOST_REQUIRE_MESSAGE(status_of(answer) == 200, "no sign-in: " << told(answer));
    }
}

std::pair<int, std::string> running_house::verify() const
{
    child_process run({JUECE_BINARY, "verify", "--data", data.string()}, log,
                      {{"JUECE_DATABASE", base_.url()}});
    auto said = run.read_all();
    return {run.wait(), said};
}

void running_house::must_be_clean(std::string const& when) const
{
    auto const [code, said] = verify();
    BOOST_TEST(code == 0, when << ": verify ends with " << code << ": " << said);
}

long long running_house::number(std::string const& select) const
{
    long long found = 0;
    auto const sql = store::open_session(place(), store::access::reading);
    store::query(*sql, select).out(found).one();
    return found;
}

std::optional<engine::act> running_house::find_act(std::string const& act_id) const
{
    store::database const at(place(), store::opening::must_exist);
    return store::reader(at, engine::clearance::of_the_record()).find_act(act_id);
}

std::multiset<std::string> running_house::acts_like(std::string const& beginning) const
{
    std::multiset<std::string> found;
    std::string act_id;
    auto const pattern = beginning + "%";
    auto const sql = store::open_session(place(), store::access::reading);
    store::query list(*sql, "select act_id from act where act_id like :pattern");
    list.in("pattern", pattern).out(act_id).each([&] { found.insert(act_id); });
    return found;
}

} // namespace tests
