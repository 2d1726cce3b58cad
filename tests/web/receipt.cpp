#include "web/receipt.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

BOOST_AUTO_TEST_SUITE(receipt)

BOOST_AUTO_TEST_CASE(a_receipt_is_read_as_people_type_it)
{
    auto const made = web::new_receipt();
    auto const shown = web::shown_receipt(made);
    BOOST_TEST(shown.size() == 19u);
    BOOST_TEST((web::receipt_in(shown) == made));
    BOOST_TEST((web::receipt_in(made) == made));
    std::string lower;
    for (char c : shown)
        lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    BOOST_TEST((web::receipt_in(" " + lower + " ") == made));
}

BOOST_AUTO_TEST_CASE(what_is_no_receipt_is_none)
{
    for (auto const* typed :
         {"", "7K2M", "7K2M-9QXD-4TRV-B8N0", "7K2M-9QXD-4TRV-B8NCX", "7K2M-9QXD-4TRV-B8N'", "回执"})
        BOOST_TEST(!web::receipt_in(typed), typed);
}

BOOST_AUTO_TEST_CASE(receipts_differ)
{
    std::set<std::string> all;
    for (int i = 0; i < 1'000; ++i)
        all.insert(web::new_receipt());
    BOOST_TEST(all.size() == 1'000u);
}

BOOST_AUTO_TEST_SUITE_END()
