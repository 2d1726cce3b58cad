#include "web/handlers/filed_documents.hpp"

#include "workflows/major_decision/drafting.hpp"
#include "workflows/major_decision/experts.hpp"
#include "workflows/major_decision/fair_competition.hpp"
#include "workflows/major_decision/legality_review.hpp"
#include "workflows/major_decision/publication.hpp"
#include "workflows/major_decision/sponsor_review.hpp"
#include "workflows/normative_document/filing.hpp"
#include "workflows/normative_document/issue.hpp"
#include "workflows/normative_document/opinions.hpp"
#include "workflows/normative_document/project.hpp"
#include "workflows/normative_document/review.hpp"

#include <boost/test/unit_test.hpp>

// Which papers of the case a form comes filled with.

namespace {

namespace json = boost::json;
namespace law = workflows::major_decision;

json::object paper(char const* name)
{
    return {{"hash", std::string(64, 'a')}, {"name", name}};
}

void enter(web::handlers::opened_case& on, std::string_view kind, json::object body)
{
    engine::act made;
    made.seq = static_cast<long long>(on.record.acts.size()) + 1;
    made.kind = kind;
    made.body = std::move(body);
    on.record.acts.push_back(std::move(made));
}

/// A case with two drafts and the drafter's own review.
web::handlers::opened_case reviewed_draft()
{
    web::handlers::opened_case on;
    enter(on, law::drafting::versioned::kind,
          {{"draft", paper("草案一.txt")}, {"explanation", paper("说明一.txt")}});
    enter(on, law::drafting::versioned::kind,
          {{"draft", paper("草案二.txt")}, {"explanation", paper("说明二.txt")}});
    enter(on, law::fair_competition::drafter_reviewed::kind, {{"document", paper("初审意见.txt")}});
    return on;
}

template <class Body>
json::object filled_in(web::handlers::opened_case const& on)
{
    engine::offer offer;
    offer.kind = Body::kind;
    offer.chapter = offer.kind.substr(0, offer.kind.find('.'));
    offer.fields = &engine::fields_of<Body>();
    return web::handlers::filed_documents(on, offer);
}

} // namespace

BOOST_AUTO_TEST_SUITE(filed_documents)

BOOST_AUTO_TEST_CASE(experts_get_the_current_draft_and_its_explanation)
{
    auto const got = filled_in<law::experts::materials_given>(reviewed_draft());
    BOOST_TEST(got.at("documents").as_array() ==
               (json::array{paper("草案二.txt"), paper("说明二.txt")}));
}

BOOST_AUTO_TEST_CASE(the_market_regulator_gets_the_draft_and_the_drafters_own_review)
{
    auto const got = filled_in<law::fair_competition::filed>(reviewed_draft());
    BOOST_TEST(got.at("documents").as_array() ==
               (json::array{paper("草案二.txt"), paper("初审意见.txt")}));
}

BOOST_AUTO_TEST_CASE(
    a_draft_of_a_document_is_sent_on_as_it_is_on_file_and_a_new_one_is_asked_for_anew)
{
    namespace document = workflows::normative_document;
    web::handlers::opened_case on;
    enter(on, document::project::drafted::kind,
          {{"draft", paper("草案.txt")}, {"explanation", paper("说明.txt")}});
    enter(on, document::opinions::evaluated::kind, {{"report", paper("评估报告.txt")}});
    enter(on, document::opinions::competition_reviewed::kind, {{"document", paper("初审.txt")}});
    enter(on, document::opinions::countersigned::kind, {{"document", paper("会签.txt")}});

    BOOST_TEST(filled_in<document::project::drafted>(on).empty());
    auto const draft = json::value(paper("草案.txt"));
    BOOST_TEST(filled_in<document::opinions::comments_opened>(on).at("draft") == draft);
    BOOST_TEST(filled_in<document::project::step_taken_over>(on).at("draft") == draft);
    BOOST_TEST(filled_in<document::issue::deliberated>(on).at("draft") == draft);
    BOOST_TEST(filled_in<document::issue::text_signed>(on).at("final_text") == draft);
    auto const review = filled_in<document::review::filed>(on);
    BOOST_TEST(review.at("draft") == draft);
    BOOST_TEST(review.at("explanation") == json::value(paper("说明.txt")));
    BOOST_TEST(review.at("evaluation_report") == json::value(paper("评估报告.txt")));
    BOOST_TEST(review.at("countersign") == json::value(paper("会签.txt")));
    BOOST_TEST(review.at("special_reviews").as_array() == json::array{paper("初审.txt")});

    enter(on, document::issue::text_signed::kind, {{"final_text", paper("正式文本.txt")}});
    BOOST_TEST(filled_in<document::filing::filed>(on).at("documents").as_array() ==
               (json::array{paper("正式文本.txt"), paper("说明.txt")}));
}

BOOST_AUTO_TEST_CASE(nothing_is_filled_in_while_nothing_is_on_file)
{
    web::handlers::opened_case const nothing;
    BOOST_TEST(filled_in<law::experts::materials_given>(nothing).empty());
}

BOOST_AUTO_TEST_CASE(an_act_on_the_draft_takes_the_one_in_force_alone)
{
    auto const settled = [](web::handlers::opened_case const& on, auto const& body) {
        engine::offer offer;
        offer.kind = std::remove_cvref_t<decltype(body)>::kind;
        offer.fields = &engine::fields_of<std::remove_cvref_t<decltype(body)>>();
        return web::handlers::draft_in_force(on, offer);
    };
    auto const on = reviewed_draft();
    BOOST_TEST(settled(on, law::publication::text_signed{}) ==
               (json::object{{"final_text", paper("草案二.txt")}}));
    // what files a draft asks for a new one
    BOOST_TEST(settled(on, law::drafting::versioned{}).empty());
    // and before there is one nothing is settled
    BOOST_TEST(settled(web::handlers::opened_case(), law::publication::text_signed{}).empty());
}

BOOST_AUTO_TEST_CASE(of_an_opinion_on_an_earlier_draft_it_is_known_on_which)
{
    using filed = law::legality_review::filed;
    auto const earlier = [](web::handlers::opened_case const& on) {
        return web::handlers::opinions_on_earlier_drafts(on, filed::kind,
                                                         engine::fields_of<filed>());
    };
    auto const lay_down = [](web::handlers::opened_case& on, char const* name) {
        enter(
            on, law::drafting::versioned::kind,
            {{"draft", paper(name)}, {"explanation", paper("说明.txt")}, {"change", "editorial"}});
    };
    web::handlers::opened_case on;
    lay_down(on, "草案一.txt");
    enter(on, law::sponsor_review::legal_opinion_given::kind,
          {{"outcome", "lawful"}, {"opinion", "合法"}, {"document", paper("法制审查意见.txt")}});
    BOOST_TEST(earlier(on).empty());
    lay_down(on, "草案二.txt");
    BOOST_TEST((earlier(on) == std::map<std::string, long long>{{"own_review_opinion", 1}}));
}

BOOST_AUTO_TEST_CASE(a_text_that_was_told_afterwards_need_not_be_the_draft)
{
    namespace document = workflows::normative_document;
    web::handlers::opened_case on;
    enter(on, document::project::drafted::kind,
          {{"draft", paper("草案.txt")}, {"explanation", paper("说明.txt")}});
    engine::offer offer;
    offer.kind = document::project::told_afterwards::kind;
    offer.fields = &engine::fields_of<document::project::told_afterwards>();
    BOOST_TEST(web::handlers::draft_in_force(on, offer).empty());
}

BOOST_AUTO_TEST_SUITE_END()
