#include "adapters/soci/house_register.hpp"
#include "adapters/soci/own_desk.hpp"
#include "tests/adapters/record_context.hpp"

using namespace adapters::soci;
using tests::at;

namespace {

struct context : tests::fresh_record {
    own_desk desk{db};
    house_register keeping{db};
    engine::person_id zhang = keeping.add_person("zhang", "张三", "a long password", at(first));
    engine::person_id li = keeping.add_person("li", "李四", "a long password", at(first));

    static constexpr char const* first = "2024-03-01T01:00:00.000Z";

    form_draft draft(engine::person_id whose, std::string const& kind, std::string const& fields,
                     char const* kept_at = first)
    {
        form_draft one;
        one.whose = whose;
        one.on = {7};
        one.kind = kind;
        one.fields = fields;
        one.kept_at = at(kept_at);
        return one;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(own_desk_test, context)

BOOST_AUTO_TEST_CASE(a_draft_is_kept_over_the_one_before)
{
    BOOST_TEST(desk.keep_draft(draft(zhang, "paper.noted", "f.words=a")));
    BOOST_TEST(
        desk.keep_draft(draft(zhang, "paper.noted", "f.words=ab", "2024-03-01T01:00:05.000Z")));
    BOOST_TEST(desk.keep_draft(draft(zhang, "paper.closed", "f.remark=c")));
    BOOST_TEST(desk.count_drafts(zhang) == 2);
    auto const found = desk.find_draft(zhang, {7}, "", "paper.noted");
    BOOST_REQUIRE(found);
    BOOST_TEST(found->fields == "f.words=ab");
    BOOST_TEST((found->kept_at == at("2024-03-01T01:00:05.000Z")));
    BOOST_TEST(desk.drafts_of(zhang).at(0).kind == "paper.noted"); // newest first
    BOOST_TEST(desk.drafts_on(zhang, {7}).size() == 2u);
    BOOST_TEST(desk.drafts_on(zhang, {8}).empty());
}

BOOST_AUTO_TEST_CASE(each_of_several_forms_of_a_kind_has_a_draft_of_its_own)
{
    auto one = draft(zhang, "paper.noted", "f.words=a");
    one.part = "1";
    auto other = draft(zhang, "paper.noted", "f.words=b");
    other.part = "2";
    BOOST_TEST(desk.keep_draft(one));
    BOOST_TEST(desk.keep_draft(other));
    BOOST_TEST(!desk.find_draft(zhang, {7}, "", "paper.noted"));
    BOOST_TEST(desk.find_draft(zhang, {7}, "", "paper.noted", "1")->fields == "f.words=a");
    desk.drop_draft(zhang, {7}, "", "paper.noted", "1");
    BOOST_TEST(desk.count_drafts(zhang) == 1);
    BOOST_TEST(desk.find_draft(zhang, {7}, "", "paper.noted", "2")->part == "2");
}

BOOST_AUTO_TEST_CASE(nobody_sees_or_drops_the_draft_of_another)
{
    desk.keep_draft(draft(zhang, "paper.noted", "f.words=a"));
    BOOST_TEST(desk.count_drafts(li) == 0);
    BOOST_TEST(!desk.find_draft(li, {7}, "", "paper.noted"));
    auto const id = desk.drafts_of(zhang).at(0).id;
    BOOST_TEST(!desk.drop_draft(li, id));
    BOOST_TEST(desk.drop_draft(zhang, id));
    BOOST_TEST(!desk.drop_draft(zhang, id));
}

BOOST_AUTO_TEST_CASE(a_draft_goes_with_its_act)
{
    desk.keep_draft(draft(zhang, "paper.noted", "f.words=a"));
    desk.keep_draft(draft(li, "paper.noted", "f.words=b"));
    desk.drop_draft(zhang, {7}, "", "paper.noted");
    desk.drop_draft(zhang, {7}, "", "paper.noted");
    BOOST_TEST(desk.count_drafts(zhang) == 0);
    BOOST_TEST(desk.count_drafts(li) == 1);
}

BOOST_AUTO_TEST_CASE(drafts_have_an_end)
{
    for (long long i = 0; i < own_desk::most_drafts; ++i)
        BOOST_REQUIRE(desk.keep_draft(draft(zhang, "kind" + std::to_string(i), "f.a=1")));
    BOOST_TEST(!desk.keep_draft(draft(zhang, "one.more", "f.a=1")));
    BOOST_TEST(desk.count_drafts(zhang) == own_desk::most_drafts);
    BOOST_TEST(desk.keep_draft(draft(zhang, "kind3", "f.a=2"))); // one that is there may grow
}

BOOST_AUTO_TEST_CASE(a_view_has_a_name_and_belongs_to_one_person)
{
    BOOST_TEST(desk.save_view(zhang, {0, "waiting", "本周", "light=due"}));
    BOOST_TEST(desk.save_view(zhang, {0, "waiting", "本周", "light=red"}));
    BOOST_TEST(desk.save_view(zhang, {0, "done", "本周", "kind=a"}));
    auto const views = desk.views_of(zhang, "waiting");
    BOOST_REQUIRE(views.size() == 1u);
    BOOST_TEST(views[0].query == "light=red");
    BOOST_TEST(desk.views_of(li, "waiting").empty());
    BOOST_TEST(!desk.drop_view(li, views[0].id));
    BOOST_TEST(desk.drop_view(zhang, views[0].id));
    BOOST_TEST(desk.views_of(zhang, "waiting").empty());
}

BOOST_AUTO_TEST_CASE(columns_are_chosen_for_each_list)
{
    BOOST_TEST(desk.columns_of(zhang, "waiting") == "");
    desk.choose_columns(zhang, "waiting", "number,case");
    desk.choose_columns(zhang, "waiting", "number");
    BOOST_TEST(desk.columns_of(zhang, "waiting") == "number");
    BOOST_TEST(desk.columns_of(zhang, "done") == "");
    BOOST_TEST(desk.columns_of(li, "waiting") == "");
}

BOOST_AUTO_TEST_CASE(everybody_has_phrases_of_their_own_in_their_order)
{
    using phrases = std::vector<std::string>;
    BOOST_TEST(desk.keep_phrases(zhang, {"同意。", "已阅，无意见。"}));
    BOOST_TEST(desk.keep_phrases(li, {"请补充依据。"}));
    BOOST_TEST(desk.phrases_of(zhang) == (phrases{"同意。", "已阅，无意见。"}));
    BOOST_TEST(desk.phrases_of(li) == phrases{"请补充依据。"});
    BOOST_TEST(desk.keep_phrases(zhang, {"已阅，无意见。"}));
    BOOST_TEST(desk.phrases_of(zhang) == phrases{"已阅，无意见。"});
    BOOST_TEST(desk.keep_phrases(zhang, {}));
    BOOST_TEST(desk.phrases_of(zhang).empty());
}

BOOST_AUTO_TEST_CASE(too_many_or_too_long_phrases_leave_the_list_as_it_was)
{
    desk.keep_phrases(zhang, {"同意。"});
    BOOST_TEST(
        !desk.keep_phrases(zhang, std::vector<std::string>(own_desk::most_phrases + 1, "同意。")));
    BOOST_TEST(!desk.keep_phrases(zhang, {std::string(own_desk::longest_phrase + 1, 'x')}));
    BOOST_TEST(!desk.keep_phrases(zhang, {""}));
    BOOST_TEST(desk.phrases_of(zhang) == std::vector<std::string>{"同意。"});
    BOOST_TEST(desk.keep_phrases(
        zhang, std::vector<std::string>(own_desk::most_phrases,
                                        std::string(own_desk::longest_phrase, 'x'))));
}

BOOST_AUTO_TEST_SUITE_END()
