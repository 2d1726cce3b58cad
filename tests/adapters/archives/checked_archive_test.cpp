#include "adapters/archives/checked_archive.hpp"
#include "tests/adapters/made_archive.hpp"
#include "tests/adapters/record_context.hpp"

#include <fstream>

using adapters::archives::archive_limits;
using adapters::archives::checked_archive;

namespace {

struct context {
    tests::scratch_dir dir;
    std::filesystem::path const file = dir / "a.zip";

    /// Why the archive is not read; empty if it is.
    std::string refusal(archive_limits const& limits = {}) const
    {
        auto const opened = checked_archive::open(file, limits);
        auto const* why = std::get_if<engine::text>(&opened);
        return why ? why->id : "";
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(checked_archive_test, context)

BOOST_AUTO_TEST_CASE(entries_are_read_by_name)
{
    tests::make_archive(file, {{"a.xml", "first"}, {"b/c.xml", ""}});
    auto const opened = checked_archive::open(file);
    BOOST_REQUIRE(std::holds_alternative<checked_archive>(opened));
    auto const& archive = std::get<checked_archive>(opened);
    BOOST_TEST(archive.names().size() == 2u);
    BOOST_TEST(*archive.read("a.xml") == "first");
    BOOST_TEST(*archive.read("b/c.xml") == "");
    BOOST_TEST(!archive.read("d.xml"));
}

BOOST_AUTO_TEST_CASE(a_zip_bomb_is_refused_before_it_is_unpacked)
{
    // 32 MB of zeros pack to about 32 KB.
    tests::make_archive(file, {{"word/document.xml", std::string(32U << 20, '\0')}});
    BOOST_TEST(std::filesystem::file_size(file) < 100'000u);
    BOOST_TEST(refusal() == "解压后的内容过大，疑似压缩炸弹");
}

BOOST_AUTO_TEST_CASE(many_large_entries_are_refused_together)
{
    std::string noise;
    for (unsigned i = 0, x = 1; i < 60'000; ++i, x = x * 1'103'515'245 + 12'345)
        noise += static_cast<char>(x >> 16);
    tests::make_archive(file, {{"a", noise}, {"b", noise}, {"c", noise}});
    BOOST_TEST(refusal({.all_entries = 150'000}) == "解压后的内容过大，疑似压缩炸弹");
    BOOST_TEST(refusal({.one_entry = 50'000}) == "解压后的内容过大，疑似压缩炸弹");
    BOOST_TEST(refusal({.entries = 2}) == "压缩包内的文件超过{1}个");
    BOOST_TEST(refusal() == "");
}

BOOST_AUTO_TEST_CASE(names_that_lead_out_are_refused)
{
    for (auto const* name : {"../../etc/passwd", "/etc/passwd", "a/../../b", "..\\b", "C:b"}) {
        tests::make_archive(file, {{name, "x"}});
        BOOST_TEST(refusal() == "压缩包内有指向包外的文件名", name);
    }
    tests::make_archive(file, {{"a..b/..c/d", "x"}});
    BOOST_TEST(refusal() == "");
}

BOOST_AUTO_TEST_CASE(what_is_no_archive_is_refused)
{
    tests::write_file(file, "PK\x03\x04 and then nothing");
    BOOST_TEST(refusal() == "不是完好的压缩包");
}

BOOST_AUTO_TEST_CASE(an_entry_that_holds_more_than_it_says_is_not_read)
{
    tests::make_archive(file, {{"a", std::string(5'000, 'x')}});
    std::ifstream in(file, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(in), {});
    in.close();
    // The size stands once before the entry and once in the directory: 5,000 becomes 1,000.
    std::string const real("\x88\x13\0\0", 4), lie("\xE8\x03\0\0", 4);
    for (auto at = bytes.find(real); at != std::string::npos; at = bytes.find(real, at + 4))
        bytes.replace(at, 4, lie);
    tests::write_file(file, bytes);
    auto const opened = checked_archive::open(file);
    if (auto const* archive = std::get_if<checked_archive>(&opened))
        BOOST_TEST(!archive->read("a"));
}

BOOST_AUTO_TEST_SUITE_END()
