// Whatever bytes come as the body of an act: they are read or answered with faults, and what was
// read has one canonical text.

#include "tests/fuzz/meeting_record.hpp"
#include "tests/fuzz/must.hpp"

#include <boost/json.hpp>
#include <cstdint>

using fuzz::meeting_record;
using fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size)
{
    boost::json::error_code error;
    auto const value = boost::json::parse(
        boost::json::string_view(reinterpret_cast<char const*>(bytes), size), error);
    if (error)
        return 0;

    // Whatever it is, it has a text; that the text is the same again is promised for bodies only.
    must(!engine::canonical(value).empty());
    if (!value.is_object())
        return 0;
    std::vector<engine::field_fault> faults;
    engine::read_body<meeting_record>(value.get_object(), faults);
    for (auto const& fault : faults)
        must(!fault.reason.empty());
    if (!faults.empty())
        return 0;

    // An admitted body is kept tidied; what is kept must be readable for ever.
    auto const& fields = engine::fields_of<meeting_record>();
    auto const kept = engine::tidy(value.get_object(), fields);
    engine::read_body<meeting_record>(kept, faults);
    must(faults.empty() && engine::tidy(kept, fields) == kept);
    auto const text = engine::canonical(kept);
    must(engine::canonical(boost::json::parse(text)) == text);
    must(!engine::documents_in(kept, fields).empty());
    return 0;
}
