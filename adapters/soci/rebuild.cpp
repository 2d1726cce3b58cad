#include "adapters/soci/rebuild.hpp"

#include "adapters/soci/account_rows.hpp"
#include "adapters/soci/catalogue_rows.hpp"
#include "adapters/soci/derived_rows.hpp"
#include "adapters/soci/document_rows.hpp"
#include "adapters/soci/kept_registers.hpp"
#include "adapters/soci/kept_sums.hpp"
#include "adapters/soci/word_index.hpp"
#include "workflows/administration/procedure.hpp"

#include <memory>
#include <spdlog/spdlog.h>
#include <string>
#include <vector>

namespace adapters::soci {

namespace administration = workflows::administration;

/// Whoever waits for a large house is told this often how far it is; it takes an hour for two
/// million cases, and nobody is served meanwhile.
constexpr long long cases_a_word = 20'000;

rebuilding rebuild(database& at, engine::law_in_force law)
{
    auto const sql = at.open_session(access::writing);
    return faults_as_ours([&] {
        rebuilding done;
        work all(at, *sql);
        {
            derived_rows write(*sql);
            catalogue_rows catalogues(*sql);
            document_rows documents(*sql);
            long long id = 0;
            std::vector<std::unique_ptr<kept_query>> drops;
            for (std::string const table : {"task", "figure", "document_use", "document_level",
                                            "passage", "public_notice", "catalogue_mention"}) {
                drops.push_back(std::make_unique<kept_query>(*sql, "delete from " + table +
                                                                       " where case_id = :id"));
                drops.back()->in("id", id);
            }

            case_row row;
            std::vector<engine::case_line> lines;
            query cases(*sql, std::string("select ") + case_row::columns +
                                  " from case_file c order by c.id");
            row.out_of(cases);
            cases.each([&] { lines.push_back(row.to_head().line); });
            for (auto const& line : lines) {
                auto const acts = acts_of(*sql, line.id);
                engine::derived now;
                try {
                    now = engine::derive(line, acts, law);
                } catch (engine::replay_fault const&) {
                    ++done.unreadable;
                    continue;
                }
                id = line.id.value;
                for (auto const& drop : drops)
                    drop->run();
                drop_register_entries(*sql, line.id);
                for (auto const& one : acts) {
                    write.note_documents(one);
                    write.note_publication(one);
                    catalogues.note_mentions(one);
                    write.note_registers(one);
                    documents.note(one);
                }
                if (!acts.empty())
                    write.rewrite_case(acts.back(), now.summary, now.stages);
                write.note_parts(line.id, now.summary);
                if (line.shape == administration::shape_name)
                    account_rows(*sql).rewrite(line.id);
                for (auto const& one : now.tasks)
                    write.open_task(line.id, one);
                for (auto const& one : now.figures)
                    write.count(one);
                for (auto const& [seq, one] : now.passages)
                    write.note_words(line.id, seq, one);
                if (++done.cases % cases_a_word == 0)
                    spdlog::info("written anew: {} of {} cases", done.cases, lines.size());
            }
            // Last, for whoever follows units in between writes them, too.
            query(*sql, "delete from figure_total").run();
            write.write_sums();
        }
        // From the rows, so that those of unreadable cases are in them, too.
        recount_cases_and_tasks(*sql);
        word_index(*sql).begin_anew();
        all.commit();
        return done;
    });
}

} // namespace adapters::soci
