#include "tests/web/demo_house.hpp"

#include "adapters/demo/demo.hpp"
#include "tests/web/view_schemas.hpp"
#include "web/percent.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <random>

namespace tests {

namespace soci = adapters::soci;

std::string site_reply::header(std::string_view name) const
{
    auto const* found = web::find(headers, name);
    return found ? *found : "";
}

demo_house::demo_house()
    : dir_(std::filesystem::temp_directory_path() /
           ("juece-district-" + std::to_string(std::random_device{}()))),
      law_(web::commands::load_law(dir_)), entries_(loop_.get_executor())
{
    adapters::demo::make_demo({.dir = dir_, .database = base_.url(), .now = now()}, law_->law());
    record_ = std::make_unique<soci::database>(base_.at(dir_));
    numbers_ = std::make_unique<soci::numbering>(*record_);
    documents_ = std::make_unique<adapters::documents::document_store>(dir_);
    people_ = std::make_unique<soci::accounts>(*record_);
    entry_ = std::make_unique<web::entrance>(*record_, *people_);
    readers_ = std::make_unique<soci::reader_pool>(*record_, 2);
    desk_ = std::make_unique<soci::own_desk>(*record_);
    soci::clerk_terms terms;
    terms.group_answered = entries_.acts_answered();
    clerk_ = std::make_unique<soci::clerk>(*record_, law_->law(), terms);
    entries_.use(*clerk_);
    soci::comment_box_terms box_terms;
    box_terms.group_answered = entries_.comments_answered();
    box_ = std::make_unique<soci::comment_box>(*record_, box_terms);
    entries_.use(*box_);
    office_ = std::make_unique<web::office>(
        web::office_parts{.people = *people_,
                          .entry = *entry_,
                          .readers = *readers_,
                          .documents = *documents_,
                          .law = law_->law(),
                          .requirements = law_->requirements,
                          .entries = entries_,
                          .clock = [this] { return now() + std::chrono::milliseconds(++looks_); },
                          .dir = dir_,
                          .desk = *desk_,
                          .reading_threads = 2,
                          .numbers = numbers_.get(),
                          .program = JUECE_BINARY});
}

demo_house::~demo_house()
{
    clerk_->stop();
    box_->stop();
    entry_->log.stop();
    std::error_code ignored;
    std::filesystem::remove_all(dir_, ignored);
}

site_reply demo_house::ask(std::string const& login, std::string const& method,
                           std::string const& target, web::pairs headers, std::string body)
{
    web::request asked;
    asked.method = method;
    asked.target = target;
    asked.path = target.substr(0, target.find('?'));
    if (auto const mark = target.find('?'); mark != std::string::npos)
        asked.query = *web::parse_pairs(std::string_view(target).substr(mark + 1));
    asked.headers = std::move(headers);
    asked.headers.emplace_back("host", "juece.test");
    if (!login.empty())
        asked.headers.emplace_back("authorization", "Bearer " + token_of(login));
    asked.body = std::move(body);
    std::optional<web::response> got;
    auto const answer = [&]() -> boost::asio::awaitable<void> {
        got = co_await office_->answer(std::move(asked));
    };
    auto const done = [](std::exception_ptr fault) {
        if (fault)
            std::rethrow_exception(fault);
    };
    boost::asio::co_spawn(loop_, answer(), done);
    loop_.restart();
    while (!got)
        loop_.run_one();
    site_reply reply{got->status, std::move(got->headers), std::move(got->body)};
    if (got->file) {
        std::ifstream file(*got->file, std::ios::binary);
        reply.body.assign(std::istreambuf_iterator<char>(file), {});
    }
    hold_answer(method, target, reply.status, reply.header("Content-Type"), reply.body);
    return reply;
}

site_reply demo_house::json(std::string const& login, std::string const& method,
                            std::string const& target, boost::json::value const& body)
{
    web::pairs headers = {{"accept", "application/json"}};
    if (body.is_null())
        return ask(login, method, target, std::move(headers));
    headers.emplace_back("content-type", "application/json");
    return ask(login, method, target, std::move(headers), boost::json::serialize(body));
}

std::string demo_house::token_of(std::string const& login)
{
    auto& token = tokens_[login];
    if (token.empty()) {
        auto const got = json("", "POST", "/sign-in",
                              {{"login", login}, {"password", adapters::demo::demo_password}});
        BOOST_TEST_REQUIRE(got.status == 200, got.body);
        token = got.view().at("token").as_string();
    }
    return token;
}

std::vector<engine::act> demo_house::acts_of(engine::case_id id)
{
    return readers_->borrow(engine::clearance::of_the_record())->acts_of(id);
}

boost::json::object demo_house::view(std::string const& login, std::string const& target)
{
    auto const got = json(login, "GET", target);
    BOOST_TEST_REQUIRE(got.status == 200, target << ": " << got.body.substr(0, 300));
    return got.view();
}

engine::case_id demo_house::case_with(std::vector<std::string> const& kinds)
{
    for (long long id = 1; id <= 60; ++id) {
        auto const acts = acts_of({id});
        auto const entered = [&](std::string const& kind) {
            return std::any_of(acts.begin(), acts.end(),
                               [&](engine::act const& one) { return one.kind == kind; });
        };
        if (std::all_of(kinds.begin(), kinds.end(), entered))
            return {id};
    }
    BOOST_TEST_REQUIRE(false, "no sample has " << kinds.front());
    return {};
}

demo_house& district()
{
    static demo_house one;
    return one;
}

} // namespace tests
