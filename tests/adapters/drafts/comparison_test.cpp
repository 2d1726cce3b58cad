#include "adapters/drafts/common_sequence.hpp"
#include "adapters/drafts/comparison.hpp"
#include "adapters/drafts/kept_comparisons.hpp"
#include "tests/adapters/record_context.hpp"

using namespace adapters::drafts;

namespace {

using words = std::vector<std::string>;

/// "2>3 changed: 收费[-一元][+二元]" for each paragraph.
words told(words const& before, words const& after)
{
    words all;
    for (auto const& one : compare({before}, {after}).paragraphs) {
        auto line = std::to_string(one.before) + ">" + std::to_string(one.after) + " ";
        for (auto const& part : one.pieces)
            line += part.is == change::same      ? part.words
                    : part.is == change::removed ? "[-" + part.words + "]"
                                                 : "[+" + part.words + "]";
        all.push_back(line);
    }
    return all;
}

void check(words const& before, words const& after, words const& expected)
{
    BOOST_TEST(told(before, after) == expected, boost::test_tools::per_element());
}

} // namespace

BOOST_AUTO_TEST_SUITE(comparison_test)

BOOST_AUTO_TEST_CASE(the_same_text_has_no_changes)
{
    auto const found = compare({{"甲", "乙"}}, {{"甲", "乙"}});
    BOOST_TEST(found.nothing_changed());
    BOOST_TEST(found.paragraphs.size() == 2u);
    BOOST_TEST(compare({}, {}).nothing_changed());
}

BOOST_AUTO_TEST_CASE(paragraphs_come_and_go)
{
    check({"第一条", "第二条", "第三条"}, {"第一条", "第三条", "第四款"},
          {"1>1 第一条", "2>0 [-第二条]", "3>2 第三条", "0>3 [+第四款]"});
    auto const found = compare({{"第一条", "第二条"}}, {{"第一条"}});
    BOOST_TEST(found.removed == 1u);
    BOOST_TEST(found.added == 0u);
    BOOST_TEST(found.changed == 0u);
}

BOOST_AUTO_TEST_CASE(within_a_rewritten_paragraph_only_the_changed_characters_are_marked)
{
    check({"污水处理费收费标准为每立方米1.20元，自2024年起执行。"},
          {"污水处理费收费标准为每立方米1.35元，自2024年7月1日起执行。"},
          {"1>1 污水处理费收费标准为每立方米1.[-20][+35]元，自2024年[+7月1日]起执行。"});
}

BOOST_AUTO_TEST_CASE(a_new_paragraph_does_not_push_the_others_apart)
{
    check({"第三条 本办法由区水务局负责解释。", "第四条 本办法自发布之日起施行。"},
          {"第三条 区财政局负责资金保障。", "第四条 本办法由区水务局负责解释。",
           "第五条 本办法自2024年5月1日起施行。"},
          {"0>1 [+第三条 区财政局负责资金保障。]", "1>2 第[-三][+四]条 本办法由区水务局负责解释。",
           "2>3 第[-四][+五]条 本办法自[-发布之][+2024年5月1]日起施行。"});
}

BOOST_AUTO_TEST_CASE(chance_matches_between_changes_are_not_islands)
{
    auto const found = compare({{"应当经过专家的论证之后再行提交审议并公布"}},
                               {{"应当经过社会的评估程序方可提交审议并公布"}});
    BOOST_TEST_REQUIRE(found.paragraphs.size() == 1u);
    BOOST_TEST(found.paragraphs.front().pieces.size() > 1u);
    for (auto const& part : found.paragraphs.front().pieces)
        BOOST_TEST(part.words != "的");
}

BOOST_AUTO_TEST_CASE(characters_beyond_the_basic_plane_stay_whole)
{
    check({"姓名𠮷某某某某"}, {"姓名𠮾某某某某"}, {"1>1 姓名[-𠮷][+𠮾]某某某某"});
}

BOOST_AUTO_TEST_CASE(each_text_can_be_read_back_from_its_comparison)
{
    unsigned seed = 7;
    auto const next = [&](unsigned below) {
        seed = seed * 1'103'515'245 + 12'345;
        return (seed >> 16) % below;
    };
    auto const letter = [&] { return words{"决", "策", "草", "案", "审", "查"}[next(6)]; };
    for (int round = 0; round < 300; ++round) {
        words a, b;
        for (auto* text : {&a, &b})
            for (unsigned n = next(8); n > 0; --n) {
                std::string one = letter();
                for (unsigned m = next(9); m > 0; --m)
                    one += letter();
                text->push_back(one);
            }
        words back_a, back_b;
        std::size_t last_a = 0, last_b = 0;
        for (auto const& one : compare({a}, {b}).paragraphs) {
            std::string in_a, in_b;
            for (auto const& part : one.pieces) {
                if (part.is != change::added)
                    in_a += part.words;
                if (part.is != change::removed)
                    in_b += part.words;
            }
            if (one.before) {
                BOOST_TEST_REQUIRE(one.before == ++last_a);
                back_a.push_back(in_a);
            }
            if (one.after) {
                BOOST_TEST_REQUIRE(one.after == ++last_b);
                back_b.push_back(in_b);
            }
        }
        BOOST_TEST_REQUIRE(back_a == a, boost::test_tools::per_element());
        BOOST_TEST_REQUIRE(back_b == b, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(the_longest_common_sequence_is_found)
{
    auto const found = common_sequence(U"abcabba", U"cbabac", 100);
    BOOST_TEST(found.size() == 4u); // Myers' own example
    for (auto const& [x, y] : found)
        BOOST_TEST((U"abcabba"[x] == U"cbabac"[y]));
}

BOOST_AUTO_TEST_CASE(texts_without_anything_in_common_are_told_as_replaced_in_time)
{
    words a, b;
    for (int i = 0; i < 9'000; ++i) {
        a.push_back("旧" + std::to_string(i * 7));
        b.push_back("新" + std::to_string(i * 7 + 3) + "条");
    }
    auto const found = compare({a}, {b});
    BOOST_TEST(found.removed == a.size());
    BOOST_TEST(found.added == b.size());
}

BOOST_AUTO_TEST_CASE(a_comparison_is_kept_by_the_two_hashes)
{
    tests::scratch_dir dir;
    adapters::documents::document_store store(dir.path());
    auto const a = store.put("第一条\n第二条\n").hash;
    auto const b = store.put("第一条\n第三条\n").hash;
    adapters::apart::reading_room room({});
    kept_comparisons all(store, room, 4);
    auto const first = all.between(a, b);
    BOOST_TEST((all.between(a, b) == first));
    BOOST_TEST(std::get<comparison>(*first).paragraphs.size() == 3u);
    // More than may be kept: the oldest goes.
    all.between(b, a);
    BOOST_TEST((all.between(a, b) != first));
    auto const missing = all.between(a, std::string(64, '0'));
    BOOST_TEST(std::get<engine::text>(*missing).id == "文件缺失");
}

BOOST_AUTO_TEST_SUITE_END()
