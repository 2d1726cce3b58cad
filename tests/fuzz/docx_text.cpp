#include "adapters/drafts/comparison.hpp"
#include "tests/fuzz/must.hpp"

#include <cstdint>

// The body of a DOCX as anybody may send it: read without a fault, and compared with itself without
// a change.

using fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size)
{
    namespace drafts = adapters::drafts;
    auto const read =
        drafts::read_docx_body(std::string(reinterpret_cast<char const*>(bytes), size));
    if (auto const* why = std::get_if<engine::text>(&read)) {
        must(!why->empty());
        return 0;
    }
    auto const& text = std::get<drafts::draft_text>(read);
    must(text.paragraphs.size() <= drafts::most_paragraphs);
    for (auto const& one : text.paragraphs)
        must(!one.empty());
    must(drafts::compare(text, text).nothing_changed());
    drafts::draft_text half = text;
    half.paragraphs.resize(text.paragraphs.size() / 2);
    auto const found = drafts::compare(text, half);
    must(found.added == 0 && found.changed == 0 &&
         found.removed == text.paragraphs.size() - half.paragraphs.size());
    return 0;
}
