#include "adapters/soci/rebuild.hpp"
#include "adapters/soci/verify.hpp"
#include "adapters/soci/word_search.hpp"
#include "tests/adapters/record_context.hpp"

using namespace adapters::soci;
using tests::admit;
using tests::note_on;
using tests::opening_of;

namespace {

using names = std::vector<std::string>;

struct context : tests::fresh_record {
    clerk taking{db, law.law()};
    reader looking{db, engine::clearance::of_the_record()};

    /// "case.seq path" of each passage found, newest first.
    names found(std::string const& words)
    {
        names all;
        for (auto const& one : looking.search(words, {}, 100).rows)
            all.push_back(std::to_string(one.on.value) + "." + std::to_string(one.seq) + " " +
                          one.path);
        return all;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(word_search_test, context)

BOOST_AUTO_TEST_CASE(titles_opinions_and_document_names_are_found)
{
    auto const id = admit(taking, opening_of("污水处理费调整方案")).what.on;
    admit(taking, note_on(id, "n1", "经审查，未发现与上位法相抵触的情形。"));
    auto const paper = documents.put("bytes");
    accounts(db).note_document(paper.hash, paper.size, "text/plain", "x", {7},
                               tests::at("2024-03-01T01:00:00.000Z"));
    admit(taking, tests::note_with(id, "n2", {paper.hash, "听证报告（终稿）.pdf"}));
    BOOST_TEST(found("污水处理费") == names{"1.1 title"});
    BOOST_TEST(found("上位法") == names{"1.2 words"});
    BOOST_TEST(found("听证报告") == names{"1.3 paper"});
    BOOST_TEST(found("终稿）.PDF") == names{"1.3 paper"}); // letter case of a-z ignored
    BOOST_TEST(found("没有写过") == names{});
    auto const one = looking.search("上位法", {}, 1).rows.at(0);
    BOOST_TEST(one.title == "污水处理费调整方案");
    BOOST_TEST(one.kind == "paper.noted");
    BOOST_TEST(one.by_name == "张三");
}

BOOST_AUTO_TEST_CASE(words_of_one_and_two_characters_are_found_too)
{
    auto const id = admit(taking, opening_of("污水处理费调整方案")).what.on;
    admit(taking, note_on(id, "n1", "同意处理"));
    BOOST_TEST(found("处理") == (names{"1.2 words", "1.1 title"}));
    BOOST_TEST(found("费") == names{"1.1 title"});
    BOOST_TEST(found("同意　处") == names{"1.2 words"});
    BOOST_TEST(found("污水处理 费") == names{"1.1 title"}); // a long one and a short one
    BOOST_TEST(found("污水处理 意") == names{});
    BOOST_TEST(found("%") == names{});
    BOOST_TEST(found("") == names{});
    BOOST_TEST(found("  　 ") == names{});
}

BOOST_AUTO_TEST_CASE(what_is_typed_is_no_language_of_queries)
{
    auto const id = admit(taking, opening_of("plan")).what.on;
    admit(taking, note_on(id, "n1", "he said \"yes or no\" AND left"));
    BOOST_TEST(found("\"yes") == names{"1.2 words"});
    BOOST_TEST(found("AND") == names{"1.2 words"});
    for (auto const* typed : {"NEAR(plan", "words:said", "sai*", "^plan", "plan)", "'; drop table",
                              "\"\"\"", "-plan", "(((", "{words}:plan"})
        BOOST_TEST(found(typed) == names{}, typed);
}

BOOST_AUTO_TEST_CASE(a_word_of_the_request_counts_once_and_at_most_eight_count)
{
    BOOST_TEST(words_asked(" a　b a\tc ") == (names{"a", "b", "c"}));
    BOOST_TEST(words_asked("1 2 3 4 5 6 7 8 9").size() == 8u);
    BOOST_TEST(words_asked("a\nb") == (names{"a", "b"}));
}

BOOST_AUTO_TEST_CASE(a_text_is_known_by_its_pieces_and_asked_for_by_them)
{
    BOOST_TEST(pieces_of("上位法") == "上位\x01位法\x01法\x01");
    BOOST_TEST(pieces_of("法") == "法\x01");
    BOOST_TEST(pieces_of("") == "");
    BOOST_TEST(pieces_asked({"法"}) == "\"法\" *");
    BOOST_TEST(pieces_asked({"上位"}) == "\"上位\x01\"");
    BOOST_TEST(pieces_asked({"上位法", "x\""}) == "\"上位\x01位法\x01\" \"x\"\"\x01\"");
    // the rows of PostgreSQL have every piece: those that cover a word are enough to find it
    BOOST_TEST(pieces_covering("法") == "法");
    BOOST_TEST(pieces_covering("上位") == "上位");
    BOOST_TEST(pieces_covering("上位法") == "上位\x01位法");
    BOOST_TEST(pieces_covering("上位法律") == "上位\x01法律");
    BOOST_TEST(pieces_covering("上位法律案") == "上位\x01法律\x01律案");
    // a zero letter would end the request in the middle
    BOOST_TEST(pieces_asked({std::string("a\0", 2)}) == "\"a\x01\x01\"");
}

BOOST_AUTO_TEST_CASE(a_long_word_is_found_only_where_it_stands_in_one_piece)
{
    auto const id = admit(taking, opening_of("污水 水处 处理")).what.on;
    admit(taking, note_on(id, "n1", "污水处理"));
    BOOST_TEST(found("污水处") == names{"1.2 words"});
    BOOST_TEST(found("污水 处理") == (names{"1.2 words", "1.1 title"}));
    BOOST_TEST(found("污水处理厂") == names{});
}

BOOST_AUTO_TEST_CASE(words_across_lines_and_of_rare_letters_are_found)
{
    auto const id = admit(taking, opening_of("方案")).what.on;
    admit(taking, note_on(id, "n1", "第一条\n第二条 ÉTÉ 𠀀𠀁"));
    for (auto const* words : {"条", "第二", "二条", "été", "𠀀", "𠀀𠀁"})
        BOOST_TEST(found(words) == names{"1.2 words"}, words);
    BOOST_TEST(found("条第") == names{});
}

BOOST_AUTO_TEST_CASE(pages_of_results_follow_each_other)
{
    auto const id = admit(taking, opening_of("方案")).what.on;
    for (int i = 0; i < 5; ++i)
        admit(taking, note_on(id, "n" + std::to_string(i), "审查意见第" + std::to_string(i)));
    for (auto const* words : {"审查意见", "意见"}) {
        names seen;
        std::optional<long long> before;
        do {
            auto const page = looking.search(words, before, 2);
            for (auto const& one : page.rows)
                seen.push_back(one.words);
            before = page.next;
        } while (before);
        BOOST_TEST(seen == (names{"审查意见第4", "审查意见第3", "审查意见第2", "审查意见第1",
                                  "审查意见第0"}));
    }
}

BOOST_AUTO_TEST_CASE(words_behind_thousands_of_newer_lines_are_found)
{
    admit(taking, opening_of("污水处理费调整方案"));
    tamper("insert into passage (case_id, seq, path, words) with recursive line (i) as"
           " (select 1 union all select i + 1 from line where i < 5000)"
           " select 1, 1, 'line', 'line' from line");
    for (auto const* words : {"污水处理费", "处理", "费", "污水 调整"})
        BOOST_TEST(found(words) == names{"1.1 title"}, words);
    BOOST_TEST(found("污处") == names{});
}

BOOST_AUTO_TEST_CASE(words_that_are_missing_are_told_and_rebuilt)
{
    admit(taking, opening_of("污水处理费调整方案"));
    tamper("delete from passage");
    BOOST_TEST(found("污水处理费") == names{});
    BOOST_TEST(!verify(db, law.law(), documents).clean());
    rebuild(db, law.law());
    BOOST_TEST(verify(db, law.law(), documents).clean());
    for (auto const* words : {"污水处理费", "处理", "费"})
        BOOST_TEST(found(words) == names{"1.1 title"}, words);
    rebuild(db, law.law()); // leaves no word twice
    BOOST_TEST(found("处理") == names{"1.1 title"});
}

BOOST_AUTO_TEST_CASE(each_commit_puts_a_little_of_the_index_together)
{
    if (!dialect_of(db.where()).has_pieces)
        return;
    auto const id = admit(taking, opening_of("方案")).what.on;
    for (int i = 0; i < 100; ++i)
        admit(taking, note_on(id, "n" + std::to_string(i), "审查意见第" + std::to_string(i)));
    auto const parts = number("select count(distinct segid) from passage_pieces_idx");
    BOOST_TEST(parts > 0);
    BOOST_TEST(parts < 20); // one a commit if nobody did
    BOOST_TEST(number("select v from passage_pieces_config where k = 'automerge'") == 0);
}

BOOST_AUTO_TEST_CASE(a_refused_act_leaves_no_words)
{
    auto const id = admit(taking, opening_of("方案")).what.on;
    auto const poisoned = tests::ask(taking, note_on(id, "n1", tests::poison));
    BOOST_TEST(std::holds_alternative<fault>(poisoned));
    BOOST_TEST(found("poison") == names{});
}

BOOST_AUTO_TEST_CASE(nothing_above_the_clearance_is_found)
{
    auto const id = admit(taking, opening_of("秘密的污水处理方案")).what.on;
    admit(taking, note_on(id, "s1", tests::made_secret));
    admit(taking, opening_of("公开的污水处理方案"));
    reader less(db, engine::clearance(engine::confidentiality::internal));
    BOOST_TEST(looking.search("污水处理", {}, 10).rows.size() == 2u);
    auto const seen = less.search("污水处理", {}, 10).rows;
    BOOST_TEST_REQUIRE(seen.size() == 1u);
    BOOST_TEST(seen[0].title == "公开的污水处理方案");
    BOOST_TEST(less.search("秘密", {}, 10).rows.empty());
}

BOOST_AUTO_TEST_SUITE_END()
