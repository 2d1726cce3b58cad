#include "web/handlers/basis_on_file.hpp"

#include "tests/web/page_text.hpp"
#include "tests/web/public_house.hpp"
#include "workflows/major_decision/drafting.hpp"
#include "workflows/major_decision/intake.hpp"
#include "workflows/major_decision/legality_review.hpp"
#include "workflows/major_decision/submission.hpp"

#include <boost/test/unit_test.hpp>

// The laws that a form comes filled with.

using web::handlers::basis_on_file;

namespace {

namespace json = boost::json;
namespace law = workflows::major_decision;

void enter(web::handlers::opened_case& on, std::string_view kind, char const* body)
{
    engine::act made;
    made.kind = kind;
    made.body = json::parse(body).as_object();
    on.record.acts.push_back(std::move(made));
}

web::handlers::opened_case proposed_case(std::string const& proposer = "department")
{
    web::handlers::opened_case on;
    enter(on, law::intake::proposed::kind,
          (R"({"title": "河涌整治", "matter": "public_policy", "proposer": ")" + proposer + R"(",
              "proposer_name": "水务局", "in_writing": true,
              "legal_basis": "水法第十条\r\n\n防洪法"})")
              .c_str());
    return on;
}

void research(web::handlers::opened_case& on)
{
    enter(on, law::drafting::researched::kind,
          R"({"summary": "走访十个村", "documents": [], "legal_basis": [
              {"title": "水法", "article": "第十条"},
              {"title": "水利规划", "document_number": "粤府〔2020〕1号"}]})");
}

constexpr auto first_filing = law::legality_review::filed::kind;
constexpr auto second_filing = law::submission::filed::kind;

} // namespace

BOOST_AUTO_TEST_SUITE(basis_of_case)

BOOST_AUTO_TEST_CASE(research_begins_with_the_laws_of_the_proposal_line_by_line)
{
    auto const on = proposed_case();
    BOOST_TEST(basis_on_file(on, law::drafting::researched::kind) ==
               json::parse(R"([{"title": "水法第十条"}, {"title": "防洪法"}])"));
    BOOST_TEST(basis_on_file(on, first_filing).empty());
}

BOOST_AUTO_TEST_CASE(what_somebody_from_outside_went_by_is_no_basis_of_the_decision)
{
    for (auto const* proposer : {"citizen", "deputy"})
        BOOST_TEST(basis_on_file(proposed_case(proposer), law::drafting::researched::kind).empty());
}

BOOST_AUTO_TEST_CASE(a_submission_names_the_laws_that_were_researched)
{
    auto on = proposed_case();
    research(on);
    auto const lines = json::parse(R"(["水法第十条", "水利规划（粤府〔2020〕1号）"])");
    BOOST_TEST(basis_on_file(on, first_filing) == lines);
    BOOST_TEST(basis_on_file(on, second_filing) == lines);
    // and research that is told again begins with what it told
    BOOST_TEST(basis_on_file(on, law::drafting::researched::kind) ==
               on.record.acts.back().body.at("legal_basis"));
}

BOOST_AUTO_TEST_CASE(the_last_word_on_the_laws_counts)
{
    auto on = proposed_case();
    research(on);
    enter(on, first_filing,
          (R"({"procedure_account": "步骤见表。", "legal_basis": ["水法第十一条"], "materials": [],
               "draft": {"name": "草案.txt", "hash": ")" +
           std::string(64, 'a') + "\"}}")
              .c_str());
    BOOST_TEST(basis_on_file(on, second_filing) == json::parse(R"(["水法第十一条"])"));
    research(on);
    BOOST_TEST(basis_on_file(on, second_filing).size() == 2U);
    BOOST_TEST(basis_on_file(on, law::drafting::versioned::kind).empty());
}

BOOST_AUTO_TEST_CASE(the_form_comes_with_them_filled_in)
{
    tests::public_house house;
    auto const on = house.tell("河涌整治方案", {}, "drafting.assessed");
    house.clock = std::max(house.clock, on.last + std::chrono::hours(1));
    auto const page = house.get(on.home(), house.sign_in("sponsor").headers + house.html).body;
    auto const form = page.find("name=\"kind\" value=\"drafting.researched\"");
    BOOST_TEST_REQUIRE(form != std::string::npos);
    BOOST_TEST(tests::has(page.substr(form), "name=\"f.legal_basis[0].title\" "
                                             "value=\"重大行政决策程序暂行条例\""));
}

BOOST_AUTO_TEST_SUITE_END()
