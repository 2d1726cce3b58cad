#include "adapters/documents/document_store.hpp"
#include "engine/chain.hpp"
#include "tests/adapters/record_context.hpp"

#include <iterator>
#include <thread>

using adapters::documents::document_fault;
using adapters::documents::document_store;

namespace {

struct context {
    tests::scratch_dir dir;
    document_store store{dir.path()};

    std::size_t files() const
    {
        std::size_t count = 0;
        for (auto const& one : std::filesystem::recursive_directory_iterator(dir / "documents"))
            count += one.is_regular_file();
        return count;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(document_store_test, context)

BOOST_AUTO_TEST_CASE(a_document_is_named_by_its_content)
{
    std::string const bytes("one\0two", 7);
    auto incoming = store.begin();
    incoming.append(bytes.substr(0, 2));
    incoming.append(bytes.substr(2));
    auto const stored = incoming.finish();
    BOOST_TEST(stored.hash == engine::sha256(bytes));
    BOOST_TEST(stored.size == 7);
    BOOST_TEST(store.path_of(stored.hash)->string() ==
               (dir / "documents" / stored.hash.substr(0, 2) / stored.hash.substr(2)).string());
    auto file = store.open(stored.hash);
    BOOST_REQUIRE(file);
    BOOST_TEST(std::string(std::istreambuf_iterator<char>(*file), {}) == bytes);
}

BOOST_AUTO_TEST_CASE(the_same_bytes_are_the_same_document)
{
    BOOST_TEST(store.put("same").hash == store.put("same").hash);
    BOOST_TEST(store.put("").hash == engine::sha256(""));
    BOOST_TEST(files() == 2u);
    BOOST_TEST(store.all().size() == 2u);
}

BOOST_AUTO_TEST_CASE(an_upload_that_breaks_off_leaves_nothing)
{
    {
        auto incoming = store.begin();
        incoming.append("half");
        BOOST_TEST(files() == 1u);
    }
    BOOST_TEST(files() == 0u);
}

BOOST_AUTO_TEST_CASE(what_a_crash_left_is_removed_at_the_next_start_of_the_server)
{
    std::ofstream(dir / "documents/incoming-1-1") << "half";
    // A program beside the server, where the upload may be under way.
    document_store const beside(dir.path(), adapters::documents::unfinished_uploads_are::left);
    BOOST_TEST(files() == 1u);
    auto const kept = store.put("whole").hash;
    document_store const again(dir.path());
    BOOST_TEST(files() == 1u);
    BOOST_TEST(again.holds(kept));
}

BOOST_AUTO_TEST_CASE(a_hash_that_is_none_opens_nothing)
{
    std::ofstream(dir / "secret") << "secret";
    for (std::string const hash : {"", "ab", "../secret", "..", "/etc/passwd"}) {
        BOOST_TEST(!store.path_of(hash));
        BOOST_TEST(!store.open(hash));
    }
    BOOST_TEST(!store.holds(std::string(64, 'A')));
    BOOST_TEST(!store.holds(std::string(64, 'a')));
    BOOST_TEST(!store.holds("../" + std::string(61, 'a')));
}

BOOST_AUTO_TEST_CASE(an_altered_document_is_found_and_can_be_put_right)
{
    auto const hash = store.put("original").hash;
    BOOST_TEST((store.check(hash) == document_fault::none));
    std::ofstream(*store.path_of(hash)) << "0riginal";
    BOOST_TEST((store.check(hash) == document_fault::altered));
    store.put("original");
    BOOST_TEST((store.check(hash) == document_fault::none));
    std::filesystem::remove(*store.path_of(hash));
    BOOST_TEST((store.check(hash) == document_fault::missing));
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_what_was_said_are_thrown_away)
{
    auto incoming = store.begin();
    incoming.append("bytes");
    BOOST_TEST(!incoming.finish_as(std::string(64, 'a')));
    BOOST_TEST(files() == 0u);
}

BOOST_AUTO_TEST_CASE(several_may_put_the_same_document_at_once)
{
    std::string const bytes(1 << 20, 'x');
    std::vector<std::thread> uploads;
    for (int i = 0; i < 4; ++i)
        uploads.emplace_back([&] {
            for (int n = 0; n < 5; ++n)
                store.put(bytes + std::to_string(n));
        });
    for (auto& one : uploads)
        one.join();
    BOOST_TEST(files() == 5u);
    for (auto const& hash : store.all())
        BOOST_TEST((store.check(hash) == document_fault::none));
}

BOOST_AUTO_TEST_SUITE_END()
