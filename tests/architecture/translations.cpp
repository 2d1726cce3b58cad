#include "tests/architecture/checks/translations.hpp"

#include "tests/architecture/checks/catalogue.hpp"
#include "tests/architecture/planted_tree.hpp"

using namespace architecture;

BOOST_AUTO_TEST_SUITE(translations)

BOOST_AUTO_TEST_CASE(everything_people_read_is_translated)
{
    must_be_none(against_missing_translations(house()));
}

BOOST_AUTO_TEST_CASE(no_translation_contradicts_another_or_loses_an_argument)
{
    must_be_none(against_wrong_translations(house()));
}

BOOST_AUTO_TEST_CASE(entries_are_read_over_several_lines)
{
    planted_tree tree;
    tree.with("config/translations/en/a.po", "msgid \"\"\nmsgstr \"\"\n\"Content-Type: x\\n\"\n\n"
                                             "#: a.cpp\nmsgid \"一\"\n\"二\"\nmsgstr \"\"\n"
                                             "\"say \\\"x\\\"\"\n\" y\\n\"\n\n"
                                             "#, fuzzy\nmsgid \"三\"\nmsgstr \"three\"\n"
                                             "msgid \"四\"\nmsgstr \"four\"\n");
    auto const read = tree.read();
    catalogue const words(read, "en");
    BOOST_TEST_REQUIRE(words.find("一二"));
    BOOST_TEST(*words.find("一二") == "say \"x\" y\n");
    BOOST_TEST(!words.find("三"));
    BOOST_TEST(words.find("四"));
    BOOST_TEST(words.entries().size() == 3u);
}

BOOST_AUTO_TEST_CASE(a_message_without_english_is_found)
{
    planted_tree tree;
    tree.with("config/translations/en/a.po", "msgid \"有{1}\"\nmsgstr \"has {1}\"\n");
    tree.with("engine/a.cpp", "say(\"有{1}\", x); // say(\"注\")\n");
    tree.with("web/b.cpp", "engine::say(\"缺\"\n    \"少\");\n");
    tree.with("web/pages/c.mustache", "<p>{{#t}}页面{{/t}} {{#t}}{{label}}{{/t}}</p>\n");
    BOOST_TEST(all_of(against_missing_translations(tree.read())) ==
               "web/b.cpp: no English for \"缺少\"\n"
               "web/pages/c.mustache: no English for \"页面\"\n");
}

BOOST_AUTO_TEST_CASE(a_dotted_key_needs_both_languages)
{
    planted_tree tree;
    tree.with("config/translations/en/a.po", "msgid \"act.a.b\"\nmsgstr \"B\"\n");
    tree.with("web/a.cpp", "say(\"act.a.b\"); auto key = \"party.\" + name; f(\"phase.open\");\n");
    BOOST_TEST(all_of(against_missing_translations(tree.read())) ==
               "web/a.cpp: no Chinese for \"act.a.b\"\n"
               "web/a.cpp: no English for \"phase.open\"\n"
               "web/a.cpp: no Chinese for \"phase.open\"\n");
}

BOOST_AUTO_TEST_CASE(what_a_workflow_declares_needs_both_languages)
{
    planted_tree tree;
    auto const words = "msgid \"choice.stance.agree\"\nmsgstr \"x\"\n"
                       "msgid \"field.place\"\nmsgstr \"x\"\n"
                       "msgid \"field.a.b.title\"\nmsgstr \"x\"\n"
                       "msgid \"act.hearing.held\"\nmsgstr \"x\"\n"
                       "msgid \"stage.hearing.announced\"\nmsgstr \"x\"\n";
    tree.with("config/translations/en/a.po", words).with("config/translations/zh/a.po", words);
    tree.with("workflows/hearing.cpp",
              "JUECE_CHOICE(stance, agree,\n    disagree)\n"
              "BOOST_DESCRIBE_STRUCT(held, (), (place, title,\n    speakers))\n"
              "struct held { static constexpr auto kind = \"hearing.held\"; };\n"
              "struct cancelled { static constexpr auto kind = \"hearing.cancelled\"; };\n"
              "struct announced : engine::stage_of_chapter {\n"
              "    static constexpr std::string_view name = \"announced\";\n};\n"
              "struct over : stage_of_chapter { static constexpr char const* name = \"over\"; };\n"
              "struct table {\n    static constexpr std::string_view name = \"hearing\";\n"
              "    using opening = announced;\n};\n");
    tree.with("workflows/parties.hpp",
              "struct organiser {\n    static constexpr std::string_view name = \"organiser\";\n"
              "    static std::vector<engine::seat> seats(dossier const& file);\n};\n");
    BOOST_TEST(all_of(against_missing_translations(tree.read())) ==
               "workflows/hearing.cpp: no English for \"act.hearing.cancelled\"\n"
               "workflows/hearing.cpp: no Chinese for \"act.hearing.cancelled\"\n"
               "workflows/hearing.cpp: no English for \"chapter.hearing\"\n"
               "workflows/hearing.cpp: no Chinese for \"chapter.hearing\"\n"
               "workflows/hearing.cpp: no English for \"choice.stance.disagree\"\n"
               "workflows/hearing.cpp: no Chinese for \"choice.stance.disagree\"\n"
               "workflows/parties.hpp: no English for \"party.organiser\"\n"
               "workflows/parties.hpp: no Chinese for \"party.organiser\"\n"
               "workflows/hearing.cpp: no English for \"stage.hearing.over\"\n"
               "workflows/hearing.cpp: no Chinese for \"stage.hearing.over\"\n"
               "workflows/hearing.cpp: no English for \"field.speakers\"\n"
               "workflows/hearing.cpp: no Chinese for \"field.speakers\"\n");
}

BOOST_AUTO_TEST_CASE(a_lost_argument_and_a_second_translation_are_found)
{
    planted_tree tree;
    tree.with("config/translations/en/a.po", "msgid \"有{1}天\"\nmsgstr \"days\"\n");
    tree.with("config/translations/en/b.po", "msgid \"甲\"\nmsgstr \"A\"\n");
    tree.with("config/translations/en/c.po", "msgid \"甲\"\nmsgstr \"First\"\n");
    BOOST_TEST(all_of(against_wrong_translations(tree.read())) ==
               "config/translations/en/a.po: \"有{1}天\" and its translation name different "
               "arguments\n"
               "config/translations/en/c.po: \"甲\" is translated \"First\" here and \"A\" "
               "elsewhere\n");
}

BOOST_AUTO_TEST_SUITE_END()
