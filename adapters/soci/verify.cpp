#include "adapters/soci/verify.hpp"

#include "adapters/soci/audit_chain.hpp"
#include "adapters/soci/catalogue_rows.hpp"
#include "adapters/soci/compare_accounts.hpp"
#include "adapters/soci/dialect.hpp"
#include "adapters/soci/document_levels.hpp"
#include "adapters/soci/kept_case.hpp"
#include "adapters/soci/kept_registers.hpp"
#include "adapters/soci/kept_sums.hpp"
#include "engine/chain.hpp"
#include "engine/part.hpp"
#include "workflows/public_matters.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <tuple>
#include <unistd.h>

namespace adapters::soci {
namespace {

using engine::say;
namespace law = workflows::major_decision;

/// Has the system fetch a record that fits into half of the memory, in one go: the checks jump
/// about in it, and 2.2 GB were read that way in 140 s, in a row in 14.
void fetch_ahead(std::filesystem::path const& record)
{
    std::error_code unknown;
    auto const size = std::filesystem::file_size(record, unknown);
    auto const memory = static_cast<std::uintmax_t>(::sysconf(_SC_PHYS_PAGES)) *
                        static_cast<std::uintmax_t>(::sysconf(_SC_PAGESIZE));
    if (unknown || size > memory / 2)
        return;
    std::ifstream file(record, std::ios::binary);
    std::vector<char> piece(1 << 20);
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())))
        ;
}

/// The checks, in the order of the report.
enum check {
    storage,
    chain,
    replay,
    list,
    tasks,
    figures,
    document_uses,
    mentions,
    passages,
    parts,
    totals,
    numbers,
    documents_kept,
    accounts_kept,
    in_public,
    registers,
    audit,
    checks
};

constexpr char const* check_names[checks] = {
    "storage",       "chain",    "replay",   "list",      "tasks",  "figures",
    "document_uses", "mentions", "passages", "parts",     "totals", "numbers",
    "documents",     "accounts", "public",   "registers", "audit"};

/// One sum of the year, and what it is made of.
struct total_key {
    int year = 0;
    std::string indicator;
    figures_by by;
    auto operator<=>(total_key const&) const = default;
};
struct counted {
    long long value = 0;
    long long figures = 0;
    bool operator==(counted const&) const = default;
};

std::vector<named_document> documents_of(std::vector<engine::act> const& acts)
{
    std::vector<named_document> all;
    for (auto const& one : acts)
        for (auto& hash : documents_named_in(one.body))
            all.emplace_back(std::move(hash), one.seq);
    std::sort(all.begin(), all.end());
    return all;
}

std::string in_words(engine::waiting_task const& waiting)
{
    auto const& one = waiting.what;
    auto words = one.kind + ' ' + one.role + ' ' + one.unit + ' ' + text_of(one.opens_on);
    if (one.within)
        words += ' ' + one.within->name + ' ' + engine::to_text(one.within->due);
    if (one.person.value != 0)
        words += " @" + std::to_string(one.person.value);
    if (one.leads)
        words += " *";
    return words + " #" + std::to_string(waiting.since);
}
std::string in_words(engine::figure const& one)
{
    return one.indicator + ' ' + std::to_string(one.year) + " = " + std::to_string(one.value) +
           " #" + std::to_string(one.seq);
}
std::string in_words(std::pair<long long, engine::passage> const& one)
{
    return "#" + std::to_string(one.first) + ' ' + one.second.path;
}
std::string const& in_words(std::string const& one)
{
    return one;
}
std::string in_words(named_document const& one)
{
    return one.first + " #" + std::to_string(one.second);
}

std::string in_words(kept_notice const& one)
{
    auto const& [seq, notice] = one;
    return '#' + std::to_string(seq) + ' ' + notice.kind + ' ' + engine::to_text(notice.from) +
           ' ' + engine::to_text(notice.until);
}

/// Goes through the whole record once, inside one snapshot.
class examination {
public:
    examination(::soci::session& sql, engine::law_in_force law,
                documents::document_store const& store)
        : sql_(sql), law_(law), store_(store), rows_(sql)
    {
        for (int i = 0; i < checks; ++i)
            findings_.push_back({check_names[i], 0, 0, {}});
    }

    verification examine()
    {
        look(storage, [&] { examine_storage(); });
        std::vector<engine::case_id> ids;
        look(chain, [&] { ids = case_ids(); });
        for (auto const id : ids)
            look(chain, [&] { examine_case(id); });
        look(list, [&] { examine_organs(); });
        look(totals, [&] { examine_totals(); });
        look(totals, [&] { examine_sums(); });
        look(numbers, [&] { examine_numbers(); });
        look(documents_kept, [&] { examine_documents(); });
        look(accounts_kept, [&] { examine_accounts(); });
        look(audit, [&] {
            auto const log = examine_audit(sql_);
            findings_[audit] = {check_names[audit], log.checked, log.wrong, log.first};
        });
        return {std::move(findings_)};
    }

private:
    void note(check of, engine::text words)
    {
        auto& finding = findings_[of];
        if (++finding.wrong == 1)
            finding.first = std::move(words);
    }

    /// What a damaged file does not let be read is a finding, and the rest is looked at all the
    /// same. Where there is no database any more, that is the end.
    template <class Step>
    void look(check of, Step&& step)
    {
        try {
            faults_as_ours(step);
        } catch (storage_fault const& e) {
            if (e.is != storage_fault::sort::broken && e.is != storage_fault::sort::unwritable)
                throw;
            note(of, say("记载不能读出：{1}", e.what()));
        }
    }

    void examine_storage()
    {
        ++findings_[storage].checked;
        if (auto const fault = fault_of_storage(sql_); !fault.empty())
            note(storage, say("数据库文件损坏：{1}", fault));
    }

    std::vector<engine::case_id> case_ids()
    {
        engine::case_id id;
        std::vector<engine::case_id> ids;
        query(sql_, "select id from case_file order by id").out(id.value).each([&] {
            ids.push_back(id);
        });
        return ids;
    }

    void examine_case(engine::case_id id)
    {
        ++findings_[chain].checked;
        case_row row;
        std::vector<engine::act> acts;
        try {
            query find(sql_, std::string("select ") + case_row::columns +
                                 " from case_file c where c.id = :id");
            row.out_of(find.in("id", id.value));
            find.one();
            acts = acts_of(sql_, id);
            row.to_entry();
        } catch (storage_fault const& e) {
            // a body that is no JSON any more, a day that is none
            note(chain, say("案卷{1}的记载不能读出：{2}", row.number, e.what()));
            return;
        }
        auto const kept = row.to_entry();
        examine_chain(kept, acts);
        examine_derived(kept, acts);
        compare(document_uses, kept.head.line.number, documents_of(acts), rows_.documents_of(id),
                "案卷{1}缺少文件引用：{2}", "案卷{1}多出文件引用：{2}");
        document_levels said;
        for (auto const& one : acts)
            note_levels(one.body, said);
        if (said != levels_kept(sql_, id))
            note(document_uses, say("案卷{1}的文件密级与办理记录不一致", kept.head.line.number));
        compare(mentions, kept.head.line.number, mentions_of(acts), mentions_kept(sql_, id),
                "案卷{1}缺少目录事项的提及：{2}", "案卷{1}多出目录事项的提及：{2}");
        ++findings_[in_public].checked;
        examine_notices(kept, acts);
        compare(registers, kept.head.line.number, register_entries_in(acts),
                register_entries_of(sql_, kept.head.line.id), "案卷{1}在登记簿中缺少：{2}",
                "案卷{1}在登记簿中多出：{2}");
        examine_opinions(kept, acts);
    }

    /// What lists of the public show is what the acts published.
    void examine_notices(case_entry const& kept, std::vector<engine::act> const& acts)
    {
        std::vector<kept_notice> should;
        for (auto const& one : acts)
            if (auto const notice = workflows::public_notice_of(one))
                should.emplace_back(one.seq, *notice);
        auto const found = rows_.notices_of(kept);
        auto const [missing, extra] =
            std::mismatch(should.begin(), should.end(), found.begin(), found.end());
        if (missing != should.end() || extra != found.end())
            note(in_public, say("案卷{1}的公开信息与办理记录不一致：{2}", kept.head.line.number,
                                in_words(missing != should.end() ? *missing : *extra)));
    }

    /// An opinion on file under the number of one that was sent in says what was sent in.
    void examine_opinions(case_entry const& kept, std::vector<engine::act> const& acts)
    {
        std::map<long long, std::string> sent;
        for (auto& [number, words] : rows_.opinions_of(kept.head.line.id))
            sent.emplace(number, std::move(words));
        if (sent.empty())
            return;
        for (auto const& act : acts) {
            if (act.kind != law::participation::opinions_recorded::kind)
                continue;
            std::vector<engine::field_fault> faults;
            auto const body =
                engine::read_body<law::participation::opinions_recorded>(act.body, faults);
            for (auto const& one : body.opinions) {
                auto const known = law::number_of_opinion(one.number);
                auto const found = known ? sent.find(*known) : sent.end();
                if (found != sent.end() && found->second != one.words)
                    note(in_public, say("案卷{1}登记的意见{2}与收到的内容不一致",
                                        kept.head.line.number, one.number));
            }
        }
    }

    void examine_chain(case_entry const& kept, std::vector<engine::act> const& acts)
    {
        auto const& number = kept.head.line.number;
        if (auto const seq = engine::first_break(kept.head.line, acts)) {
            note(chain, say("案卷{1}第{2}号行为与哈希链不符", number, seq));
            return;
        }
        auto const last =
            acts.empty() ? engine::sha256(engine::sealed_text(kept.head.line)) : acts.back().hash;
        auto const count = static_cast<long long>(acts.size());
        if (kept.head.version != count || kept.head.last_hash != last)
            note(chain,
                 say("案卷{1}记载的末号行为为{2}，实有{3}", number, kept.head.version, count));
    }

    void examine_derived(case_entry const& kept, std::vector<engine::act> const& acts)
    {
        auto const id = kept.head.line.id;
        auto const& number = kept.head.line.number;
        ++findings_[replay].checked;
        engine::derived should;
        try {
            should = engine::derive(kept.head.line, acts, law_);
        } catch (engine::replay_fault const& e) {
            note(replay, say("案卷{1}第{2}号行为不能重演：{3}", number, e.seq, e.what()));
            return;
        }
        ++findings_[list].checked;
        compare_list(number, should, kept);
        compare(tasks, number, should.tasks, rows_.tasks_of(kept), "案卷{1}缺少待办事项：{2}",
                "案卷{1}多出待办事项：{2}");
        auto const organ = organ_of(should.summary.unit);
        compare(parts, number, parts_kept(should.summary, organ), rows_.parts_of(id),
                "案卷{1}缺少知悉范围：{2}", "案卷{1}多出知悉范围：{2}");
        compare(figures, number, should.figures, rows_.figures_of(id), "案卷{1}缺少统计数字：{2}",
                "案卷{1}多出统计数字：{2}");
        compare(passages, number, should.passages, rows_.passages_of(id),
                "案卷{1}缺少可检索的文字：{2}", "案卷{1}多出可检索的文字：{2}");
        for (auto const& one : should.figures) {
            auto& sum = totals_[{one.year,
                                 one.indicator,
                                 {organ, std::string(engine::family_of(kept.head.line.shape)),
                                  number_of(should.summary.level)}}];
            sum.value += one.value;
            ++sum.figures;
        }
    }

    std::string organ_of(std::string const& unit)
    {
        if (organs_.empty()) {
            std::string code, organ;
            query(sql_, "select code, organ from unit").out(code).out(organ).each([&] {
                organs_[code] = organ;
            });
        }
        auto const found = organs_.find(unit);
        return found == organs_.end() ? std::string() : found->second;
    }

    /// Beside those whom the procedure names, concerned units of other organs (JC-18).
    std::vector<std::string> parts_kept(engine::case_summary const& summary,
                                        std::string const& organ)
    {
        auto all = summary.known_to;
        for (auto const& unit : summary.concerned)
            if (auto const other = organ_of(unit); !other.empty() && other != organ)
                all.push_back(engine::part_of_unit(unit));
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }

    /// Every case is listed under the organ of its unit.
    void examine_organs()
    {
        std::string number;
        query(sql_, "select c.number from case_file c left join unit u on u.code = c.unit"
                    " where c.organ <> coalesce(u.organ, '')")
            .out(number)
            .each([&] { note(list, say("案卷{1}列在其他机关之下", number)); });
    }

    void compare_list(std::string const& number, engine::derived const& should,
                      case_entry const& kept)
    {
        auto const& a = should.summary;
        auto const& b = kept.summary;
        auto same = [&](char const* what, std::string const& right, std::string const& here) {
            if (right == here)
                return true;
            note(list, say("案卷{1}的{2}应为“{3}”，现记为“{4}”", number, say(what), right, here));
            return false;
        };
        auto const yes_or_no = [](bool closed) { return std::string(closed ? "1" : "0"); };
        same("verify.list.title", a.title, b.title) && same("verify.list.unit", a.unit, b.unit) &&
            same("verify.list.matter", a.matter, b.matter) &&
            same("verify.list.phase", a.phase, b.phase) &&
            same("verify.list.closed", yes_or_no(a.closed), yes_or_no(b.closed)) &&
            same("verify.list.level", std::string(engine::name_of(a.level)),
                 std::string(engine::name_of(b.level))) &&
            same("verify.list.stands_for", a.stands_for, b.stands_for) &&
            same("verify.list.stages", text_of(should.stages), text_of(kept.stages));
    }

    /// One difference for each row that is missing or too many; both sides in any order.
    template <class T>
    void compare(check of, std::string const& number, std::vector<T> should, std::vector<T> kept,
                 char const* missing_words, char const* extra_words)
    {
        std::sort(should.begin(), should.end());
        std::sort(kept.begin(), kept.end());
        findings_[of].checked += static_cast<long long>(kept.size());
        std::vector<T> missing, extra;
        std::set_difference(should.begin(), should.end(), kept.begin(), kept.end(),
                            std::back_inserter(missing));
        std::set_difference(kept.begin(), kept.end(), should.begin(), should.end(),
                            std::back_inserter(extra));
        for (auto const& one : missing)
            note(of, say(missing_words, number, in_words(one)));
        for (auto const& one : extra)
            note(of, say(extra_words, number, in_words(one)));
    }

    void examine_totals()
    {
        if (findings_[replay].wrong > 0 || findings_[chain].wrong > 0)
            return; // what the unreadable cases would give is not known
        long long year = 0;
        std::string indicator;
        figures_by by;
        counted kept;
        query(sql_, "select year, indicator, organ, family, level, value, figures"
                    " from figure_total")
            .out(year)
            .out(indicator)
            .out(by.organ)
            .out(by.family)
            .out(by.level)
            .out(kept.value)
            .out(kept.figures)
            .each([&] {
                total_key const key{static_cast<int>(year), indicator, by};
                ++findings_[totals].checked;
                auto const found = totals_.find(key);
                auto const should = found == totals_.end() ? counted() : found->second;
                if (should != kept)
                    note(totals, total_words(key, should, kept));
                if (found != totals_.end())
                    totals_.erase(found);
            });
        for (auto const& [key, should] : totals_)
            note(totals, total_words(key, should, {}));
    }

    /// The sums of cases and of tasks beside their rows. Where the rows are wrong, that was said.
    void examine_sums()
    {
        auto const note_if_wrong = [&](compared_sums const& found, char const* words) {
            findings_[totals].checked += found.sums;
            if (found.wrong > 0)
                note(totals, say(words, found.wrong));
        };
        if (findings_[list].wrong > 0)
            return;
        note_if_wrong(compare_case_totals(sql_), "案卷合计有{1}项与案卷清单不符");
        if (findings_[tasks].wrong == 0)
            note_if_wrong(compare_task_totals(sql_), "待办合计有{1}项与待办清单不符");
    }

    static engine::text total_words(total_key const& of, counted const& should, counted const& kept)
    {
        return say("{1}年指标{2}（{3}）合计应为{4}（{5}项），现记为{6}（{7}项）", of.year,
                   of.indicator,
                   say("choice.confidentiality." + std::string(name_of(level_of(of.by.level)))),
                   should.value, should.figures, kept.value, kept.figures);
    }

    /// A series has neither gaps nor doubles: its numbers run from 1 to how many there are.
    void examine_numbers()
    {
        std::string mark;
        long long year = 0;
        long long given = 0;
        long long last = 0;
        query(sql_, "select mark, year, count(*), max(number) from document_number"
                    " group by organ, mark, year order by organ, mark, year")
            .out(mark)
            .out(year)
            .out(given)
            .out(last)
            .each([&] {
                ++findings_[numbers].checked;
                if (given != last)
                    note(numbers, say("{1}〔{2}〕共给出{3}个字号，最后一个却是{4}号", mark, year,
                                      given, last));
            });
    }

    void examine_documents()
    {
        std::string hash;
        std::string name;
        query(sql_, "select hash, name from document order by hash").out(hash).out(name).each([&] {
            ++findings_[documents_kept].checked;
            switch (store_.check(hash)) {
            case documents::document_fault::none:
                return;
            case documents::document_fault::missing:
                note(documents_kept, say("文件{1}（{2}）缺失", hash, name));
                return;
            case documents::document_fault::altered:
                note(documents_kept, say("文件{1}（{2}）的内容已被改动", hash, name));
                return;
            }
        });
    }

    /// The account tables beside what the acts of the administration case leave.
    void examine_accounts()
    {
        auto const compared = compare_accounts(sql_);
        findings_[accounts_kept].checked += compared.checked;
        for (auto const& [right, here] : compared.differing)
            note(accounts_kept, say("账号表应为“{1}”，现记为“{2}”", right, here));
    }

    ::soci::session& sql_;
    engine::law_in_force law_;
    documents::document_store const& store_;
    kept_case rows_;
    std::vector<finding> findings_;
    std::map<std::string, std::string> organs_; ///< by unit
    std::map<total_key, counted> totals_;
};

} // namespace

bool verification::clean() const
{
    return std::all_of(findings.begin(), findings.end(),
                       [](finding const& one) { return one.wrong == 0; });
}

verification verify(database const& at, engine::law_in_force law,
                    documents::document_store const& store)
{
    auto const sql = at.open_session(access::reading);
    return faults_as_ours([&] {
        if (at.where().is_file())
            fetch_ahead(at.file());
        if (auto const* text = dialect_of(*sql).reads_all)
            *sql << text;
        snapshot const moment(*sql);
        return examination(*sql, law, store).examine();
    });
}

} // namespace adapters::soci
