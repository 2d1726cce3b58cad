#include "adapters/documents/document_store.hpp"
#include "adapters/documents/unfinished_uploads.hpp"
#include "engine/chain.hpp"
#include "tests/adapters/record_context.hpp"

#include <fstream>
#include <iterator>

using namespace adapters::documents;
using step = unfinished_uploads::step;

namespace {

engine::instant at(char const* text)
{
    return *engine::parse_instant(text);
}
engine::instant const noon = at("2024-04-02T04:00:00.000Z");

struct context {
    tests::scratch_dir dir;
    engine::person_id const me{7}, other{8};
    std::string const id = "0123456789abcdef01";

    unfinished_upload fresh(long long length = 10, std::string as = "0123456789abcdef01") const
    {
        return {
            .id = std::move(as), .by = me, .name = "草案.docx", .length = length, .began_at = noon};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(unfinished_uploads_test, context)

BOOST_AUTO_TEST_CASE(a_file_arrives_in_pieces_and_outlives_the_server)
{
    {
        unfinished_uploads before(dir.path());
        BOOST_TEST(before.begin(fresh()));
        BOOST_TEST((before.append(id, me, 0, "0123", noon) == step::appended));
    }
    unfinished_uploads uploads(dir.path());
    auto const found = uploads.find(id, me);
    BOOST_REQUIRE(found);
    BOOST_TEST(found->offset == 4);
    BOOST_TEST(found->name == "草案.docx");
    BOOST_TEST((uploads.append(id, me, 4, "456789", noon) == step::appended));
    BOOST_TEST(uploads.find(id, me)->is_whole());

    document_store store(dir.path());
    // Other bytes than its sender means are not taken, and stay where they are.
    BOOST_TEST(!store.adopt(uploads.bytes_of(id), std::string(64, '0')));
    BOOST_TEST(store.all().empty());
    auto const adopted = store.adopt(uploads.bytes_of(id));
    BOOST_TEST_REQUIRE(adopted.has_value());
    auto const stored = *adopted;
    BOOST_TEST(stored.hash == engine::sha256("0123456789"));
    BOOST_TEST(stored.size == 10);
    BOOST_TEST((store.check(stored.hash) == document_fault::none));
    BOOST_TEST(!std::filesystem::exists(uploads.bytes_of(id)));
    BOOST_TEST(uploads.remove(id, me));
    BOOST_TEST(std::filesystem::is_empty(dir / "uploads"));
}

BOOST_AUTO_TEST_CASE(a_piece_is_taken_only_where_the_upload_stands)
{
    unfinished_uploads uploads(dir.path());
    uploads.begin(fresh());
    BOOST_TEST((uploads.append(id, me, 0, "0123", noon) == step::appended));
    // The answer was lost and the piece comes again.
    BOOST_TEST((uploads.append(id, me, 0, "0123", noon) == step::elsewhere));
    BOOST_TEST((uploads.append(id, me, 6, "6789", noon) == step::elsewhere));
    BOOST_TEST((uploads.append(id, me, 4, "4567890", noon) == step::too_long));
    BOOST_TEST(uploads.find(id, me)->offset == 4);
}

BOOST_AUTO_TEST_CASE(nobody_touches_the_upload_of_another)
{
    unfinished_uploads uploads(dir.path());
    uploads.begin(fresh());
    BOOST_TEST(!uploads.find(id, other));
    BOOST_TEST((uploads.append(id, other, 0, "x", noon) == step::unknown));
    uploads.remove(id, other);
    BOOST_TEST(uploads.find(id, me).has_value());
    uploads.remove(id, me);
    BOOST_TEST(!uploads.find(id, me));
}

BOOST_AUTO_TEST_CASE(ids_that_lead_elsewhere_name_nothing)
{
    unfinished_uploads uploads(dir.path());
    std::filesystem::create_directories(dir / "elsewhere-0123456789");
    std::ofstream(dir / "elsewhere-0123456789/terms.json")
        << R"({"by":7,"name":"x","length":1,"began_at":"2024-04-02T04:00:00.000Z"})";
    std::ofstream(dir / "elsewhere-0123456789/bytes") << "";
    for (auto const* bad :
         {"../elsewhere-0123456789", "..", "", "/etc/passwd-0123456789", "0123456789abcdef\n0"})
        BOOST_TEST(!uploads.find(bad, me), bad);
}

BOOST_AUTO_TEST_CASE(one_person_has_only_so_much_under_way)
{
    unfinished_uploads uploads(dir.path(), {.most_at_once = 2, .most_bytes_at_once = 100});
    BOOST_TEST(uploads.begin(fresh(10, "aaaaaaaaaaaaaaaa")));
    BOOST_TEST(!uploads.begin(fresh(91, "bbbbbbbbbbbbbbbb")));
    BOOST_TEST(uploads.begin(fresh(90, "cccccccccccccccc")));
    BOOST_TEST(!uploads.begin(fresh(0, "dddddddddddddddd")));
    auto theirs = fresh(50, "eeeeeeeeeeeeeeee");
    theirs.by = other;
    BOOST_TEST(uploads.begin(theirs));
}

BOOST_AUTO_TEST_CASE(what_is_left_behind_is_removed_after_its_time)
{
    unfinished_uploads uploads(dir.path(), {.kept_for = std::chrono::hours(24)});
    uploads.begin(fresh());
    uploads.append(id, me, 0, "0123", noon);
    BOOST_TEST(uploads.remove_abandoned(noon + std::chrono::hours(23)) == 0u);
    BOOST_TEST(uploads.find(id, me).has_value());
    BOOST_TEST(uploads.remove_abandoned(noon + std::chrono::hours(25)) == 1u);
    BOOST_TEST(!uploads.find(id, me));
}

BOOST_AUTO_TEST_SUITE_END()
