#include "tests/workflows/case_so_far.hpp"

using namespace tests;
using law::drafting::change_class;

namespace {

std::string text(std::string const& changes = "{}")
{
    return with(R"({"final_text":)" + paper_json('a') +
                    R"(,"signed_by":"区长","signed_on":"2024-03-08","document_number":"1号"})",
                changes);
}

std::string notice(std::string const& changes = "{}")
{
    return with(R"({"published_on":"2024-03-11",
        "channels":["government_site","gazette","newspaper"],"interpretation":)" +
                    paper_json('c') + "}",
                changes);
}

/// Decided and reported to the party committee; nothing signed.
trial decided_case(std::string place = "gd")
{
    trial t(law::make_publication(), std::move(place));
    adopt(t.file);
    ask_party(t.file);
    t.on("2024-03-12").by("head_of_government", "office");
    return t;
}

trial signed_case(std::string place = "gd")
{
    auto t = decided_case(std::move(place));
    t.enters("publication.text_signed", text());
    t.by("office_secretary", "office");
    return t;
}

rules refused(std::string const& changes)
{
    auto t = signed_case();
    return t.refused("publication.published", notice(changes));
}

} // namespace

BOOST_AUTO_TEST_SUITE(publication_test)

BOOST_AUTO_TEST_CASE(signed_and_published)
{
    auto t = signed_case();
    BOOST_TEST(t.stage() == "signed_text");
    BOOST_TEST(!law::issued(t.file));
    BOOST_CHECK(t.advised("publication.published", notice()) == rules{});
    BOOST_TEST(t.stage() == "made_public");
    BOOST_CHECK(law::issued_on(t.file) == date("2024-03-11"));
}

BOOST_AUTO_TEST_CASE(nothing_is_signed_that_no_meeting_decided)
{
    auto t = decided_case();
    t.file.deliberation.meetings.clear();
    BOOST_CHECK(t.refused("publication.text_signed", text()) == rules{"R713-30.1"});
}

BOOST_AUTO_TEST_CASE(changes_that_the_party_committee_wants_are_in_the_text_that_is_signed)
{
    auto t = decided_case();
    ask_party(t.file, law::party_report::party_answer::agrees_with_changes);
    BOOST_CHECK(t.refused("publication.text_signed", text()) == rules{"R713-31.1"});
    draft(t.file, 'b', change_class::non_substantive);
    confirm(t.file, change_class::non_substantive);
    t.enters("publication.text_signed", text(R"({"final_text":)" + paper_json('b') + "}"));
}

BOOST_AUTO_TEST_CASE(a_number_that_another_paper_has_is_not_given_again)
{
    auto t = decided_case();
    engine::number_given const taken = [](std::string_view one) { return one == "1号"; };
    t.beside(taken);
    BOOST_CHECK(t.refused("publication.text_signed", text()) == rules{"JC-25"});
    t.enters("publication.text_signed", text(R"({"document_number": "2号"})"));
}

BOOST_AUTO_TEST_CASE(nothing_is_issued_before_the_party_committee_answered)
{
    auto t = decided_case();
    t.file.party_report.answer.reset();
    BOOST_CHECK(t.refused("publication.text_signed", text()) == rules{"R713-31.1"});
    t.file.party_report.report.reset();
    BOOST_CHECK(t.refused("publication.text_signed", text()) == rules{"R713-31.1"});
    auto later = signed_case();
    later.file.party_report = {};
    BOOST_CHECK(later.refused("publication.published", notice()) == rules{"R713-31.1"});
}

BOOST_AUTO_TEST_CASE(a_no_of_the_party_committee_blocks_the_issue)
{
    auto t = decided_case();
    ask_party(t.file, law::party_report::party_answer::disagrees);
    BOOST_CHECK(t.refused("publication.text_signed", text()) == (rules{"R713-30.1", "R713-31.1"}));
}

BOOST_AUTO_TEST_CASE(the_route_of_the_congress_comes_before_the_issue)
{
    auto t = decided_case();
    t.file.intake.started->body.congress = law::intake::congress_route::report;
    BOOST_CHECK(t.refused("publication.text_signed", text()) == rules{"R713-8.1"});
    t.file.congress.report = entry(t.file, law::congress::reported{}, "2024-03-05");
    t.enters("publication.text_signed", text());
}

BOOST_AUTO_TEST_CASE(operators_are_not_touched_without_a_competition_review)
{
    auto t = decided_case();
    touches(t.file).operators_affected = true;
    BOOST_CHECK(t.refused("publication.text_signed", text()) == rules{"R713-29.1"});
    t.file.fair_competition.first_review =
        entry(t.file, law::fair_competition::drafter_reviewed{}, "2024-01-20", 5);
    t.on("2024-08-01");
    BOOST_CHECK(t.refused("publication.text_signed", text()) == rules{"NORM-20"});
    t.file.fair_competition.conclusion =
        entry(t.file, law::fair_competition::concluded{}, "2024-07-20", 6);
    t.enters("publication.text_signed", text());
}

BOOST_AUTO_TEST_CASE(the_signed_text_is_the_decided_one)
{
    auto t = decided_case();
    BOOST_CHECK(t.refused("publication.text_signed",
                          text(R"({"final_text":)" + paper_json('b') + "}")) == rules{"JC-2"});
}

BOOST_AUTO_TEST_CASE(a_text_edited_after_the_decision_is_signed_only_without_new_substance)
{
    auto t = decided_case();
    auto const edited = text(R"({"final_text":)" + paper_json('b') + "}");
    draft(t.file, 'b', change_class::editorial);
    BOOST_CHECK(t.refused("publication.text_signed", edited) == rules{"JC-2"});
    confirm(t.file, change_class::substantive);
    BOOST_CHECK(t.refused("publication.text_signed", edited) == (rules{"JC-2", "R713-31.1"}));
    confirm(t.file, change_class::editorial);
    t.enters("publication.text_signed", edited);
}

BOOST_AUTO_TEST_CASE(a_paper_is_made_of_the_decided_text_and_of_no_other_version)
{
    auto t = decided_case();
    draft(t.file, 'b', change_class::editorial);
    confirm(t.file, change_class::editorial);
    auto const with_paper = [](char hash) {
        return text(R"({"final_text":)" + paper_json('b') + R"(,"issued_paper":)" +
                    paper_json(hash) + "}");
    };
    // what the meeting had before it, and not what was made of it
    BOOST_CHECK(t.refused("publication.text_signed", with_paper('a')) == rules{"JC-2"});
    t.enters("publication.text_signed", with_paper('f'));
    auto const& signing = t.file.publication.signing->body;
    BOOST_TEST(law::paper_to_publish(signing).hash == signing.issued_paper->hash);
}

BOOST_AUTO_TEST_CASE(a_wrong_paper_is_put_right_by_signing_again_until_it_is_published)
{
    auto t = decided_case();
    auto const with_paper = [](char hash) {
        return text(R"({"issued_paper":)" + paper_json(hash) + "}");
    };
    t.enters("publication.text_signed", with_paper('e'));
    BOOST_TEST(!t.duties().contains("publication.text_signed"));
    t.enters("publication.text_signed", with_paper('f'));
    BOOST_TEST(t.stage() == "signed_text");
    BOOST_TEST(law::paper_to_publish(t.file.publication.signing->body).hash ==
               std::string(64, 'f'));
    t.by("office_secretary", "office").enters("publication.published", notice());
    t.by("head_of_government", "office");
    BOOST_TEST(!t.refused("publication.text_signed", with_paper('e')).empty());
}

BOOST_AUTO_TEST_CASE(a_paper_does_not_stand_for_the_decided_text)
{
    auto t = decided_case();
    auto const paper = R"(,"issued_paper":)" + paper_json('f') + "}";
    BOOST_CHECK(t.refused("publication.text_signed",
                          text(R"({"final_text":)" + paper_json('f') + paper)) == rules{"JC-2"});
    draft(t.file, 'b', change_class::substantive);
    confirm(t.file, change_class::substantive);
    BOOST_CHECK(t.refused("publication.text_signed", text(R"({"final_text":)" + paper_json('b') +
                                                          paper)) == (rules{"JC-2", "R713-31.1"}));
}

BOOST_AUTO_TEST_CASE(the_text_itself_is_published_where_no_paper_was_made_of_it)
{
    auto const t = signed_case();
    auto const& signing = t.file.publication.signing->body;
    BOOST_TEST(law::paper_to_publish(signing).hash == signing.final_text.hash);
}

BOOST_AUTO_TEST_CASE(the_head_signs_after_the_decision)
{
    auto t = decided_case();
    BOOST_CHECK(t.refused("publication.text_signed", text(R"({"signed_on":"2024-02-29"})")) ==
                rules{"R713-30.1"});
    BOOST_CHECK(t.refused("publication.text_signed", text(R"({"signed_on":"2024-03-13"})")) ==
                rules{"JC-3"});
    t.by("office_secretary", "office");
    BOOST_CHECK(t.refused("publication.text_signed", text()) == rules{"R713-30.2"});
}

BOOST_AUTO_TEST_CASE(a_new_version_undoes_the_signature)
{
    auto t = signed_case();
    t.follows("drafting.versioned", R"({"draft":)" + paper_json('b') + R"(,"explanation":)" +
                                        paper_json('d') + R"(,"options":1,"change":"editorial"})");
    BOOST_TEST(t.stage() == "unsigned_text");
}

BOOST_AUTO_TEST_CASE(the_public_learns_it_through_official_channels)
{
    BOOST_CHECK(refused(R"({"channels":["new_media"]})") == rules{"R713-32.1"});
    auto t = signed_case();
    BOOST_CHECK(t.advised("publication.published", notice(R"({"channels":["gazette"]})")) ==
                rules{"R713-32.1"});
}

BOOST_AUTO_TEST_CASE(it_is_published_after_the_signature_and_not_in_the_future)
{
    BOOST_CHECK(refused(R"({"published_on":"2024-03-07"})") == rules{"R713-32.1"});
    BOOST_CHECK(refused(R"({"published_on":"2024-03-13"})") == rules{"JC-3"});
}

BOOST_AUTO_TEST_CASE(a_late_publication_is_entered_as_late)
{
    // Twenty working days after 1 March 2024: 29 March.
    auto in_time = signed_case();
    in_time.on("2024-04-02");
    BOOST_CHECK(in_time.advised("publication.published",
                                notice(R"({"published_on":"2024-03-29"})")) == rules{});
    auto late = signed_case();
    late.on("2024-04-02");
    BOOST_CHECK(late.advised("publication.published", notice(R"({"published_on":"2024-04-01"})")) ==
                rules{"R713-32.1"});
}

BOOST_AUTO_TEST_CASE(the_time_to_publish_runs_from_the_decision)
{
    auto t = decided_case();
    auto const& rules_here = built_in_rules().in_force("gd", date("2024-03-12"));
    auto terms = law::publication_limits(t.file, rules_here);
    BOOST_TEST_REQUIRE(terms.size() == 1u);
    BOOST_CHECK(engine::reckon(terms[0], built_in_days(), date("2024-03-12")).due ==
                date("2024-03-29"));
    sign(t.file);
    publish(t.file);
    BOOST_CHECK(law::publication_limits(t.file, rules_here)[0].met_on == date("2024-03-11"));
    t.file.deliberation.meetings.clear();
    BOOST_TEST(law::publication_limits(t.file, rules_here).empty());
}

BOOST_AUTO_TEST_CASE(in_guangdong_the_interpretation_goes_out_with_it)
{
    BOOST_CHECK(refused(R"({"interpretation":null})") == rules{"GD21-41.2"});
    auto cn = signed_case("cn");
    cn.enters("publication.published", notice(R"({"interpretation":null})"));
}

BOOST_AUTO_TEST_CASE(wide_concern_or_a_technical_matter_asks_what_became_of_opinions)
{
    for (bool technical : {true, false}) {
        auto t = signed_case();
        touches(t.file).technical = technical;
        touches(t.file).wide_concern = !technical;
        BOOST_CHECK(t.refused("publication.published", notice()) == rules{"R713-32.2"});
        auto const told =
            t.advised("publication.published", notice(R"({"adoption_statement":"已采纳"})"));
        BOOST_CHECK(told == (technical ? rules{} : rules{"R713-32.2"}));
    }
}

BOOST_AUTO_TEST_CASE(only_what_is_lawfully_not_public_is_withheld)
{
    auto const basis = R"({"legal_basis":"保守国家秘密法","reason":"国家秘密"})";
    auto t = signed_case();
    BOOST_CHECK(t.refused("publication.withheld", basis) == rules{"R713-32.1"});
    touches(t.file).secret = true;
    BOOST_CHECK(t.refused("publication.published", notice()) == rules{"R713-32.1"});
    t.enters("publication.withheld", basis);
    BOOST_TEST(t.stage() == "kept_back");
    BOOST_TEST(law::issued(t.file));
    BOOST_CHECK(law::issued_on(t.file) == date("2024-03-12"));
}

BOOST_AUTO_TEST_CASE(a_signature_is_waited_for_once_the_matter_is_decided)
{
    trial undecided(law::make_publication());
    BOOST_TEST(undecided.duties().empty());
    BOOST_TEST(decided_case().duties() == rules{"publication.text_signed"});
    BOOST_TEST(signed_case().duties() == rules{"publication.published"});
    auto secret = signed_case();
    touches(secret.file).secret = true;
    BOOST_TEST(secret.duties() == rules{"publication.withheld"});
}

BOOST_AUTO_TEST_SUITE_END()
