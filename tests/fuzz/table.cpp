// Whatever bytes are sent as a table: CSV, or a workbook. What begins with "<" is put into a
// workbook as its sheet, so that the XML is reached behind the archive.

#include "adapters/csv/csv.hpp"
#include "adapters/import/known_columns.hpp"
#include "adapters/import/register_cells.hpp"
#include "adapters/sheet/read_sheet.hpp"
#include "tests/fuzz/made_zip.hpp"
#include "tests/fuzz/must.hpp"

#include <algorithm>
#include <boost/locale/encoding_utf.hpp>
#include <cstdint>
#include <set>

using fuzz::must;

namespace {

using namespace adapters;

constexpr std::string_view between = "<!--shared-->"; ///< the sheet, then the shared texts

std::string workbook_of(std::string_view sheet)
{
    auto const cut = std::min(sheet.find(between), sheet.size());
    auto const shared = sheet.substr(std::min(cut + between.size(), sheet.size()));
    return fuzz::made_zip(
        {{"xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet r:id=\"a\"/></sheets>"
                             "</workbook>"},
         {"xl/_rels/workbook.xml.rels", "<R><Relationship Id=\"a\" Target=\"s.xml\"/></R>"},
         {"xl/s.xml", std::string(sheet.substr(0, cut))},
         {"xl/sharedStrings.xml", std::string(shared)},
         {"xl/styles.xml", "<s><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></s>"}});
}

bool is_utf8(std::string const& words)
{
    namespace conv = boost::locale::conv;
    try {
        conv::utf_to_utf<char32_t>(words, conv::stop);
        return true;
    } catch (conv::conversion_error const&) {
        return false;
    }
}

void must_be_even(sheet::read_table const& table)
{
    std::set<std::string> known;
    for (auto const& heading : table.headings)
        must(is_utf8(heading) && (heading.empty() || known.insert(heading).second));
    must(!known.empty() && table.rows.size() == table.lines.size());
    must(std::is_sorted(table.lines.begin(), table.lines.end()));
    for (auto const& row : table.rows) {
        must(row.size() == table.headings.size());
        must(std::any_of(row.begin(), row.end(), [](auto const& cell) { return !cell.empty(); }));
        must(std::all_of(row.begin(), row.end(), is_utf8));
    }
}

/// Written as CSV it is the same table again.
void must_be_read_the_same_again(sheet::read_table const& table)
{
    std::string written(csv::byte_order_mark);
    written += csv::line_of(table.headings);
    for (auto const& row : table.rows)
        written += csv::line_of(row);
    auto const again = sheet::read_csv_table(written);
    auto const* same = std::get_if<sheet::read_table>(&again);
    must(same && same->headings == table.headings && same->rows == table.rows);
}

/// What an import does before it looks at the record: it finds its columns and reads the cells.
void try_import(sheet::read_table const& table)
{
    static std::vector<import::known_column> const known = {
        {"title", {"标题", "事项名称"}}, {"amount", {"金额", "金额（万元）"}}, {"on", {"日期"}}};
    auto const places = import::places_of(known, table.headings);
    for (auto const& [name, place] : places)
        must(place < table.headings.size());
    for (auto const& row : table.rows)
        for (auto const& cell : row) {
            auto const read = import::read_amount(cell, "万元");
            if (auto const* why = std::get_if<engine::text>(&read))
                must(!why->empty());
            else if (auto const& amount = std::get<import::written_amount>(read);
                     amount.is == import::written_amount::sort::known)
                must(amount.fen > 0);
            if (auto const on = import::read_day(cell))
                must(import::read_day(engine::to_text(*on)) == on);
        }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size)
{
    std::string_view const all(reinterpret_cast<char const*>(bytes), size);
    auto const read =
        all.starts_with('<') ? sheet::read_xlsx_table(workbook_of(all)) : sheet::read_table_of(all);
    if (auto const* why = std::get_if<engine::text>(&read)) {
        must(!why->empty());
        return 0;
    }
    auto const& table = std::get<sheet::read_table>(read);
    must_be_even(table);
    must_be_read_the_same_again(table);
    try_import(table);
    return 0;
}
