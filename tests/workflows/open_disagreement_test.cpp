#include "tests/workflows/case_so_far.hpp"
#include "workflows/major_decision/open_disagreement.hpp"

using namespace tests;
using law::consultation::unit_stance;

namespace {

using units = std::vector<std::string>;

law::entered<law::consultation::answered> answer_of(std::string unit, unit_stance stance,
                                                    long long seq)
{
    law::entered<law::consultation::answered> made{{.stance = stance}};
    made.unit = std::move(unit);
    made.seq = seq;
    return made;
}

/// The finance bureau was asked and is against the draft.
trial::dossier disputed()
{
    trial::dossier file;
    start(file);
    draft(file, 'a');
    law::entered<law::consultation::asked> request{{.units = {{"finance"}, {"justice"}}}};
    request.seq = 10;
    file.consultation.requests = {request};
    file.consultation.answers = {answer_of("finance", unit_stance::disagrees, 11),
                                 answer_of("justice", unit_stance::agrees, 12)};
    return file;
}

law::circulation::sheet sheet_with(std::string unit, law::circulation::signature_word word,
                                   long long seq)
{
    law::circulation::sheet one;
    one.number = seq;
    one.draft = 1;
    law::circulation::signer who;
    who.number = 1;
    who.at.unit = std::move(unit);
    law::circulation::signature given;
    given.seq = seq;
    given.word = word;
    who.given = given;
    one.signers = {who};
    return one;
}

} // namespace

BOOST_AUTO_TEST_SUITE(open_disagreement_test)

BOOST_AUTO_TEST_CASE(a_consulted_unit_stands_against_the_draft_until_it_is_won_over)
{
    auto file = disputed();
    auto found = law::disagreement_on(file);
    BOOST_TEST((found.units == units{"finance"}));
    BOOST_TEST(found.act == 11);

    law::entered<law::consultation::settled> talk{{.with_unit = {"finance"}, .agreed = false}};
    talk.seq = 13;
    file.consultation.settlements = {talk};
    law::entered<law::consultation::disagreement_stated> statement{};
    statement.seq = 14;
    file.consultation.disagreement = statement;
    found = law::disagreement_on(file);
    BOOST_TEST((found.units == units{"finance"}));
    BOOST_TEST(found.act == 14);

    talk.body.agreed = true;
    talk.seq = 15;
    file.consultation.settlements.push_back(talk);
    found = law::disagreement_on(file);
    BOOST_TEST(found.units.empty());
    BOOST_TEST(found.act == 0);
}

BOOST_AUTO_TEST_CASE(the_last_word_of_a_unit_on_the_sheets_of_this_draft_counts)
{
    using enum law::circulation::signature_word;
    trial::dossier file;
    start(file);
    draft(file, 'a');
    file.circulation.sheets = {sheet_with("finance", disagrees, 20)};
    BOOST_TEST((law::disagreement_on(file).units == units{"finance"}));
    BOOST_TEST(law::disagreement_on(file).act == 20);

    auto called_off = file;
    called_off.circulation.sheets[0].state = law::circulation::sheet_state::withdrawn;
    BOOST_TEST(law::disagreement_on(called_off).units.empty());

    auto another_text = file;
    draft(another_text, 'b');
    BOOST_TEST(law::disagreement_on(another_text).units.empty());

    file.circulation.sheets.push_back(sheet_with("finance", agrees_with_comments, 21));
    BOOST_TEST(law::disagreement_on(file).units.empty());
}

BOOST_AUTO_TEST_SUITE_END()
