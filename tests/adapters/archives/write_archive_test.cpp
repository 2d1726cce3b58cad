#include "adapters/archives/checked_archive.hpp"
#include "adapters/archives/write_archive.hpp"
#include "tests/adapters/made_archive.hpp"
#include "tests/adapters/record_context.hpp"

using namespace adapters::archives;

namespace {

struct context {
    tests::scratch_dir dir;
    std::filesystem::path const file = dir / "a.zip";
    engine::instant const now = tests::at("2026-06-15T02:00:00.000Z");
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(write_archive_test, context)

BOOST_AUTO_TEST_CASE(files_and_bytes_are_read_as_they_went_in)
{
    tests::write_file(dir / "kept", "as it lies");
    tests::write_file(file, "what was there before");
    write_archive(file, {{"目录.csv", std::string("a,b")}, {"012-草案.txt", dir / "kept"}}, now);
    auto const opened = checked_archive::open(file);
    BOOST_REQUIRE(std::holds_alternative<checked_archive>(opened));
    auto const& archive = std::get<checked_archive>(opened);
    BOOST_TEST(archive.names().size() == 2u);
    BOOST_TEST(*archive.read("目录.csv") == "a,b");
    BOOST_TEST(*archive.read("012-草案.txt") == "as it lies");
    BOOST_TEST(std::filesystem::exists(dir / "kept"));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_or_written_is_said)
{
    BOOST_CHECK_THROW(write_archive(file, {{"a", dir / "nowhere"}}, now), std::runtime_error);
    BOOST_CHECK_THROW(write_archive(dir / "nowhere" / "a.zip", {{"a", std::string("b")}}, now),
                      std::runtime_error);
}

BOOST_AUTO_TEST_CASE(a_name_leads_nowhere_and_is_taken_by_every_system)
{
    BOOST_TEST(entry_name("../../etc/passwd") == "_.._etc_passwd");
    BOOST_TEST(entry_name("a\\b:c*d?e\"f<g>h|i\n.txt") == "a_b_c_d_e_f_g_h_i_.txt");
    BOOST_TEST(entry_name("起草说明（第二稿）.docx") == "起草说明（第二稿）.docx");
    BOOST_TEST(entry_name("...") == "_");
    std::string longer;
    for (int i = 0; i < 100; ++i)
        longer += "稿";
    auto const cut = entry_name(longer + ".docx");
    BOOST_TEST(cut.size() <= 200u);
    BOOST_TEST(cut.ends_with("稿.docx"));
}

BOOST_AUTO_TEST_SUITE_END()
