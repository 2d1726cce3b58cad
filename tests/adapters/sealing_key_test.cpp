#include "adapters/secrets/sealing_key.hpp"
#include "tests/adapters/record_context.hpp"

#include <fstream>
#include <stdexcept>

using adapters::secrets::sealing_key;
namespace fs = std::filesystem;

BOOST_FIXTURE_TEST_SUITE(sealing_key_test, tests::scratch_dir)

BOOST_AUTO_TEST_CASE(what_is_sealed_opens_with_the_same_key_for_the_same_person)
{
    auto const sealed = sealing_key::of(path()).seal("a secret", "lisi");
    auto const again = sealing_key::of(path());
    BOOST_TEST(again.open(sealed, "lisi").value() == "a secret");
    BOOST_TEST(!again.open(sealed, "wangwu"));
    BOOST_TEST(sealed.find("secret") == std::string::npos);
    BOOST_TEST(again.seal("a secret", "lisi") != sealed);
}

BOOST_AUTO_TEST_CASE(what_was_altered_or_is_none_of_ours_does_not_open)
{
    auto const key = sealing_key::of(path());
    auto const sealed = key.seal("a secret", "lisi");
    for (std::size_t at : {std::size_t{0}, std::size_t{30}, sealed.size() - 1}) {
        auto altered = sealed;
        altered[at] = altered[at] == '0' ? '1' : '0';
        BOOST_TEST(!key.open(altered, "lisi"));
    }
    for (auto const* other : {"", "00", "no hex at all", "abc"})
        BOOST_TEST(!key.open(other, "lisi"));
    tests::scratch_dir const elsewhere;
    BOOST_TEST(!sealing_key::of(elsewhere.path()).open(sealed, "lisi"));
}

BOOST_AUTO_TEST_CASE(the_key_is_for_its_owner_alone)
{
    sealing_key::of(path());
    auto const file = path() / "sealing.key";
    BOOST_TEST(
        (fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write)));
    fs::permissions(file, fs::perms::group_read, fs::perm_options::add);
    BOOST_CHECK_THROW(sealing_key::of(path()), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(what_is_no_key_is_not_taken_for_one)
{
    std::ofstream(path() / "sealing.key") << "short";
    fs::permissions(path() / "sealing.key", fs::perms::owner_read);
    BOOST_CHECK_THROW(sealing_key::of(path()), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
