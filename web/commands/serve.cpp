#include "adapters/demo/demo.hpp"
#include "adapters/documents/document_store.hpp"
#include "adapters/soci/clerk.hpp"
#include "adapters/soci/due_days.hpp"
#include "adapters/soci/house_register.hpp"
#include "adapters/soci/replica.hpp"
#include "web/commands/commands.hpp"
#include "web/commands/house.hpp"
#include "web/commands/notice_options.hpp"
#include "web/commands/record_options.hpp"
#include "web/commands/settings.hpp"
#include "web/commands/sign_in_options.hpp"
#include "web/office.hpp"
#include "web/practice_clock.hpp"
#include "web/server.hpp"

#include <CLI/CLI.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

namespace web::commands {
namespace {

namespace soci = adapters::soci;

struct options : record_options {
    std::vector<std::string> addresses = {"127.0.0.1:8080"};
    server_settings settings;
    std::size_t kept_for_known_percent = 20;
    std::size_t readers = 4;
    long long lock_wait = 10;      ///< seconds
    long long statement_wait = 60; ///< seconds; 0: for ever
    std::string read_database;     ///< empty: pages are read from the record itself
    long long replica_lag = 50;    ///< milliseconds
    long long most_upload_mb = 500;
    std::string clamd;
    bool practice = false;
    sign_in_options ways;
    notice_options telling;
};

/// Two clocks since the start: one that people set, and one that nobody can.
class clock_watch {
public:
    /// By how many seconds the clock was set forward; negative: back.
    double moved() const
    {
        auto const passed = std::chrono::steady_clock::now() - steady_;
        return std::chrono::duration<double>(std::chrono::system_clock::now() - set_ - passed)
            .count();
    }

private:
    std::chrono::system_clock::time_point set_ = std::chrono::system_clock::now();
    std::chrono::steady_clock::time_point steady_ = std::chrono::steady_clock::now();
};

/// Files that are no connections: the record, documents, those who are told that there is no room.
constexpr rlim_t other_files = 1'000;

/// As many files as the machine allows, since each connection is one; and no more connections than
/// there are files for, so that the record can always be opened.
void fit_to_file_limit(connection_terms& connections)
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0)
        return;
    if (files.rlim_cur < files.rlim_max) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
    auto const all = files.rlim_cur;
    auto const left = all > 2 * other_files ? all - other_files : all / 2;
    if (left >= connections.most)
        return;
    spdlog::warn("this machine allows {} open files, which is enough for {} connections", all,
                 left);
    connections.most = left;
}

connection_terms connections_of(options const& chosen)
{
    auto terms = chosen.settings.connections;
    fit_to_file_limit(terms);
    terms.kept_for_known = terms.most * chosen.kept_for_known_percent / 100;
    return terms;
}

adapters::documents::admission_terms admission_of(options const& chosen)
{
    adapters::documents::admission_terms terms{.most_bytes = chosen.most_upload_mb << 20};
    if (!chosen.clamd.empty())
        terms.scanner = adapters::scanning::clamd_terms{chosen.clamd};
    return terms;
}

/// How long a transaction of the server may lie still between two statements. None does anything
/// else meanwhile.
constexpr std::chrono::seconds longest_thought{20};

soci::place place_of(options const& chosen)
{
    auto at = chosen.where();
    at.patience = {.lock = std::chrono::seconds(chosen.lock_wait),
                   .statement = std::chrono::seconds(chosen.statement_wait),
                   .next_statement = longest_thought};
    return at;
}

std::unique_ptr<soci::replica> replica_of(options const& chosen)
{
    if (chosen.read_database.empty())
        return {};
    auto const record = place_of(chosen);
    return std::make_unique<soci::replica>(
        record, soci::place(record.dir, chosen.read_database, record.patience),
        soci::replica_terms{.lag = std::chrono::milliseconds(chosen.replica_lag)});
}

void count_replica(metrics& counts, soci::replica const& beside)
{
    auto const add = [&](char const* name, char const* help, char const* type, auto value) {
        counts.gauge(name, help, type, static_cast<double>(value));
    };
    add("juece_replica_in_use", "1: pages are read from the replica; 0: it is left out.", "gauge",
        beside.is_well() ? 1 : 0);
    add("juece_replica_behind_bytes",
        "Log that the replica had not replayed when it was asked last; -1: unknown.", "gauge",
        beside.behind());
    add("juece_replica_reads_total", "Times that the replica was read.", "counter", beside.reads());
    add("juece_replica_passed_over_total",
        "Times that the replica was asked and the record had to be read instead.", "counter",
        beside.passed_over());
}

/// A house whose day was set forward has acts that lie ahead of the machine: on its own clock every
/// act would be refused as one from before them.
void must_not_stand_ahead(std::filesystem::path const& days, std::filesystem::path const& dir)
{
    auto const ahead = practice_clock(&commands::now, days).ahead();
    if (ahead > std::chrono::days(0))
        throw cannot(
            "the day of the sample data in " + dir.string() + " was set forward by " +
            std::to_string(ahead.count()) +
            " days, so that nothing can be entered there on the day of this machine. "
            "Serve it with --practice, or make new sample data in another directory (juece demo).");
}

void serve(options const& chosen)
{
    auto settings = chosen.settings;
    settings.connections = connections_of(chosen);
    clock_watch const since_start;
    auto telling = chosen.telling.terms(chosen.ways.address());
    std::unique_ptr<practice_clock> practice;
    auto const practice_days = chosen.dir / "practice-days";
    if (chosen.practice)
        practice = std::make_unique<practice_clock>(&commands::now, practice_days);
    else
        must_not_stand_ahead(practice_days, chosen.dir);
    std::function<engine::instant()> const now = [&practice] {
        return practice ? practice->now() : commands::now();
    };
    auto const law = load_law(chosen.dir);
    soci::database record(place_of(chosen));
    if (practice && !adapters::demo::is_demo(record))
        throw cannot("--practice: " + record.where().name() +
                     " holds no sample data; the day of a real record is that of the machine");
    adapters::documents::document_store documents(chosen.dir);
    soci::accounts people(record);
    {
        soci::house_register keeping(record);
        keeping.take_over(now());
        note_settings(record, keeping, now());
    }
    soci::days_ahead ahead;
    if (practice)
        ahead = [&practice] { return practice->ahead(); };
    entrance entry(record, people, ahead);
    chosen.ways.open(entry);
    settings.is_gateway = [&entry](std::string const& address) {
        return entry.trusted.trusts(address);
    };
    auto const beside = replica_of(chosen);
    soci::reader_pool readers(record, chosen.readers, beside.get());
    soci::own_desk desk(record);
    soci::follow_law(record, law->law(), now());
    soci::numbering const numbers(record);

    boost::asio::io_context loop(1);
    entry_desk entries(loop.get_executor());
    soci::clerk_terms terms;
    terms.clock = now;
    terms.group_answered = entries.acts_answered();
    soci::clerk clerk(record, law->law(), terms);
    entries.use(clerk);
    soci::comment_box comments(record, {.group_answered = entries.comments_answered()});
    entries.use(comments);
    office house({.people = people,
                  .entry = entry,
                  .readers = readers,
                  .documents = documents,
                  .law = law->law(),
                  .requirements = law->requirements,
                  .entries = entries,
                  .clock = now,
                  .dir = chosen.dir,
                  .desk = desk,
                  .reading_threads = chosen.readers,
                  .admission = admission_of(chosen),
                  .numbers = &numbers,
                  .program = "/proc/self/exe",
                  .address = chosen.ways.address(),
                  .practice = practice.get()});
    server site(loop, house, settings);
    telling.words = [&](engine::text const& words) { return house.tongues().of("zh")(words); };
    telling.clock = now;
    adapters::notices::delivery delivery(house.sent_out(), std::move(telling));
    house.more_counts = [&](metrics& counts) {
        auto const done = clerk.counts();
        auto const add = [&](char const* name, char const* help, char const* type, auto value) {
            counts.gauge(name, help, type, static_cast<double>(value));
        };
        add("juece_connections", "Open connections.", "gauge", site.connections());
        add("juece_connections_refused_total", "Connections for which there was no room.",
            "counter", site.refused_connections());
        add("juece_connections_cut_total", "Waiting connections that made room for others.",
            "counter", site.cut_connections());
        add("juece_held_bytes", "Of requests and unread answers in memory.", "gauge",
            site.held_bytes_now());
        add("juece_clerk_waiting", "Submissions that wait to be judged.", "gauge", done.waiting);
        add("juece_clerk_commits_total", "Commits of the clerk.", "counter", done.groups);
        add("juece_clerk_submissions_total", "Submissions answered.", "counter", done.submissions);
        add("juece_clerk_admitted_total", "Acts entered.", "counter", done.admitted);
        add("juece_clerk_faults_total", "Submissions that ended in a fault.", "counter",
            done.faults);
        add("juece_record_takes_writes", "1: the last write was kept; 0: it was not.", "gauge",
            record.kept_last_write());
        std::error_code unknown;
        if (auto const disk = std::filesystem::space(chosen.dir, unknown); !unknown)
            add("juece_disk_free_bytes", "Room where the documents are.", "gauge", disk.available);
        add("juece_clock_moved_seconds", "How far the clock was set since the start.", "gauge",
            since_start.moved());
        add("juece_comments_waiting", "Comments that wait to be kept.", "gauge",
            comments.waiting());
        add("juece_comments_total", "Comments kept.", "counter", comments.kept());
        auto const outgoing = delivery.counts();
        add("juece_deliveries_waiting", "Mail and events that wait to be sent.", "gauge",
            outgoing.waiting);
        add("juece_dead_letters", "Mail and events that were given up.", "gauge", outgoing.dead);
        if (beside)
            count_replica(counts, *beside);
    };
    site.stop_on_signals();
    auto const scheme = chosen.settings.certificate.empty() ? "http" : "https";
    for (auto const& address : chosen.addresses) {
        auto const port = site.listen(address);
        auto const host = address.substr(0, address.rfind(':'));
        std::cout << "listening on " << scheme << "://" << host << ":" << port << std::endl;
    }
    if (house.is_without_people())
        std::cout << "nobody has an account yet; begin with: juece user --data "
                  << chosen.dir.string() << " add-organ, add-unit, add-person, appoint, link"
                  << std::endl;
    entry.kept.clear(now());
    delivery.start();
    loop.run();
    house.ready = false;
    clerk.stop();
    comments.stop();
    delivery.stop();
    entry.log.stop();
    // What the clerk answered last still goes out.
    loop.restart();
    loop.poll();
}

} // namespace

void add_serve(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto* command = program.add_subcommand("serve", "Serve pages and interface over HTTP");
    chosen->add_to(*command, "Directory with everything the server needs; made if missing");
    command
        ->add_option("--listen", chosen->addresses,
                     "Where to listen; may be given several times: 127.0.0.1:8080, [::]:8080")
        ->type_name("ADDR:PORT")
        ->capture_default_str();
    auto* certificate = command
                            ->add_option("--tls-cert", chosen->settings.certificate,
                                         "Certificate chain (PEM); serves HTTPS")
                            ->type_name("FILE")
                            ->check(CLI::ExistingFile);
    auto* key =
        command->add_option("--tls-key", chosen->settings.private_key, "Its private key (PEM)")
            ->type_name("FILE")
            ->check(CLI::ExistingFile);
    certificate->needs(key);
    key->needs(certificate);
    command
        ->add_option("--most-connections", chosen->settings.connections.most,
                     "How many connections there may be at the same time")
        ->check(CLI::Range(10, 1'000'000))
        ->capture_default_str();
    command
        ->add_option("--most-from-one-address", chosen->settings.connections.most_from_one,
                     "How many of them from one address (IPv6: one /64) that is no trusted peer")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    command
        ->add_option("--kept-for-known", chosen->kept_for_known_percent,
                     "How many of a hundred connections wait for addresses from which somebody "
                     "signed in within half a day")
        ->check(CLI::Range(0, 90))
        ->capture_default_str();
    command
        ->add_option("--readers", chosen->readers,
                     "How many pages are read from the record at the same time; half as many "
                     "more are for the public")
        ->check(CLI::Range(1, 200))
        ->capture_default_str();
    command
        ->add_option("--lock-wait", chosen->lock_wait,
                     "How long a write waits for others before people are told that the record is "
                     "busy")
        ->type_name("SECONDS")
        ->check(CLI::Range(1, 3'600))
        ->capture_default_str();
    command
        ->add_option("--statement-wait", chosen->statement_wait,
                     "How long PostgreSQL may work on one statement; 0: for ever")
        ->type_name("SECONDS")
        ->check(CLI::Range(0, 86'400))
        ->capture_default_str();
    auto* read_database =
        command
            ->add_option("--read-database", chosen->read_database,
                         "The same database on a streaming replica of its server, "
                         "postgresql://...; pages are read there whenever it has all that is kept")
            ->envname("JUECE_READ_DATABASE")
            ->type_name("URL")
            ->check(fault_of_url);
    read_database->needs(command->get_option("--database"));
    command
        ->add_option(
            "--replica-lag", chosen->replica_lag,
            "How long a page waits for the replica to have all that is kept; one that takes "
            "longer is left out for a while")
        ->type_name("MILLISECONDS")
        ->check(CLI::Range(0, 10'000))
        ->capture_default_str();
    command
        ->add_option("--most-upload", chosen->most_upload_mb, "Largest file that is taken, in MB")
        ->type_name("MB")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    command
        ->add_option("--clamd", chosen->clamd,
                     "Scan every file with clamd at a socket (/run/clamav/clamd.ctl) or an address "
                     "(127.0.0.1:3310); without an answer of it no file is taken")
        ->type_name("WHERE");
    command->add_flag("--practice", chosen->practice,
                      "Whoever is signed in may set the day forward; only for sample data");
    chosen->ways.add_to(*command);
    chosen->telling.add_to(*command);
    command->callback([chosen, &code] {
        serve(*chosen);
        code = done_well;
    });
}

} // namespace web::commands
