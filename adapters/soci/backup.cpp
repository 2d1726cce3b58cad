#include "adapters/soci/backup.hpp"

#include "adapters/soci/query.hpp"
#include "adapters/soci/record_copy.hpp"

#include <fcntl.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

namespace adapters::soci {
namespace {

namespace fs = std::filesystem;
using sort = storage_fault::sort;

/// Documents are kept in parts, so that none has to fit into memory or into one value.
constexpr std::size_t part_bytes = 4 << 20;

constexpr char const* documents_sql =
    "create table backup_document (hash text not null, part bigint not null, bytes blob not null,"
    " primary key (hash, part))";

std::unique_ptr<::soci::session> open_file(fs::path const& file, bool writing)
{
    auto sql = std::make_unique<::soci::session>(::soci::sqlite3,
                                                 "db=\"" + file.string() + "\" timeout=10" +
                                                     (writing ? "" : " readonly=true"));
    return sql;
}

void sync(fs::path const& what)
{
    int const at = ::open(what.c_str(), O_RDONLY | O_CLOEXEC);
    bool const done = at >= 0 && ::fsync(at) == 0;
    if (at >= 0)
        ::close(at);
    if (!done)
        throw storage_fault(sort::broken, "cannot sync " + what.string());
}

fs::path dir_of(fs::path const& file)
{
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

/// Takes away what was made, unless kept.
class unfinished {
public:
    explicit unfinished(std::vector<fs::path> made) : made_(std::move(made)) {}
    ~unfinished()
    {
        std::error_code ignored; // the first failure is the one to report
        for (auto const& one : made_)
            fs::remove_all(one, ignored);
    }
    unfinished(unfinished const&) = delete;
    unfinished& operator=(unfinished const&) = delete;
    void keep() { made_.clear(); }

private:
    std::vector<fs::path> made_;
};

long long count_of(::soci::session& sql, char const* table)
{
    long long rows = 0;
    query(sql, std::string("select count(*) from ") + table).out(rows).one();
    return rows;
}

std::vector<std::string> hashes_of(::soci::session& sql, char const* text)
{
    std::string hash;
    std::vector<std::string> hashes;
    query(sql, text).out(hash).each([&] { hashes.push_back(hash); });
    return hashes;
}

void pack_document(::soci::session& sql, std::string const& hash, std::ifstream& from)
{
    std::vector<char> bytes(part_bytes);
    for (long long part = 0;; ++part) {
        from.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        auto const length = static_cast<std::size_t>(from.gcount());
        if (from.bad())
            throw storage_fault(sort::broken, "cannot read document " + hash);
        if (length == 0 && part > 0)
            return;
        ::soci::blob blob(sql);
        blob.write(0, bytes.data(), length);
        sql << "insert into backup_document (hash, part, bytes) values (:hash, :part, :bytes)",
            ::soci::use(hash, "hash"), ::soci::use(part, "part"), ::soci::use(blob, "bytes");
        if (length < bytes.size())
            return;
    }
}

void unpack_document(::soci::session& sql, std::string const& hash,
                     documents::document_store& store)
{
    auto incoming = store.begin();
    ::soci::blob blob(sql);
    ::soci::statement parts =
        (sql.prepare << "select bytes from backup_document where hash = :hash order by part",
         ::soci::use(hash, "hash"), ::soci::into(blob));
    std::vector<char> bytes;
    parts.execute();
    while (parts.fetch()) {
        bytes.resize(blob.get_len());
        blob.read(0, bytes.data(), bytes.size());
        incoming.append({bytes.data(), bytes.size()});
    }
    if (!incoming.finish_as(hash))
        spdlog::error("document {} was altered in the backup; it is left out", hash);
}

/// What a server keeps is copied into a file first, as it is at one moment.
backup_extent back_up_server(database const& at, documents::document_store const& store,
                             fs::path const& to)
{
    fs::path const scratch = to.string() + ".copy";
    fs::remove_all(scratch);
    fs::create_directory(scratch); // not where no directory is
    unfinished const attempt({scratch});
    database copy(scratch);
    faults_as_ours([&] {
        auto const from = at.open_session(access::reading);
        snapshot const moment(*from);
        copy_rows(*from, copy);
    });
    return back_up(copy, store, to);
}

bool is_backup(::soci::session& sql)
{
    long long tables = 0;
    query(sql, "select count(*) from sqlite_master"
               " where name in ('schema_version', 'act', 'backup_document')")
        .out(tables)
        .one();
    return tables == 3;
}

void unpack(fs::path const& file, documents::document_store& store)
{
    auto const sql = open_file(file, true);
    if (!is_backup(*sql))
        throw storage_fault(sort::broken, file.string() + " is no backup");
    for (auto const& hash :
         hashes_of(*sql, "select distinct hash from backup_document order by hash"))
        unpack_document(*sql, hash, store);
    *sql << "drop table backup_document";
    *sql << "vacuum";
}

} // namespace

backup_extent back_up(database const& at, documents::document_store const& store,
                      fs::path const& to)
{
    if (fs::exists(to))
        throw storage_fault(sort::clash, to.string() + " exists already");
    if (!at.where().is_file())
        return back_up_server(at, store, to);
    auto const part = fs::path(to.string() + ".part");
    fs::remove(part);
    unfinished attempt({part, part.string() + "-journal"});
    backup_extent extent;
    faults_as_ours([&] {
        // a snapshot of one moment; writers go on beside it
        auto const from = at.open_session(access::reading);
        *from << "pragma query_only = off"; // it would forbid the new file as well
        auto const name = part.string();
        query(*from, "vacuum into :name").in("name", name).run();
        fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write);

        auto const sql = open_file(part, true);
        *sql << "begin immediate";
        for (auto const* passing : {"session", "sign_in_step", "sign_in_link", "openid_attempt"})
            *sql << std::string("delete from ") + passing;
        *sql << documents_sql;
        // Documents are never changed or removed, so reading them later reads the same moment.
        for (auto const& hash : hashes_of(*sql, "select hash from document order by hash")) {
            auto file = store.open(hash);
            if (!file) {
                spdlog::error("document {} is missing; the backup is made without it", hash);
                continue;
            }
            pack_document(*sql, hash, *file);
            ++extent.documents;
        }
        *sql << "commit";
        extent.cases = count_of(*sql, "case_file");
        extent.acts = count_of(*sql, "act");
    });
    sync(part);
    fs::rename(part, to);
    attempt.keep();
    sync(dir_of(to));
    extent.bytes = static_cast<long long>(fs::file_size(to));
    return extent;
}

verification restore(fs::path const& from, fs::path const& dir, engine::law_in_force law)
{
    if (!fs::is_regular_file(from))
        throw storage_fault(sort::lost, "there is no file " + from.string());
    bool const was_there = fs::exists(dir);
    if (was_there && !fs::is_empty(dir))
        throw storage_fault(sort::clash, dir.string() + " is not empty");
    if (fs::create_directories(dir))
        fs::permissions(dir, fs::perms::owner_all);
    unfinished attempt(was_there ? std::vector<fs::path>{dir / "documents", dir / "juece.sqlite",
                                                         dir / "incoming.sqlite",
                                                         dir / "incoming.sqlite-journal"}
                                 : std::vector<fs::path>{dir});
    documents::document_store store(dir);
    faults_as_ours([&] {
        // Under another name until it is whole: what is called juece.sqlite can be served.
        auto const incoming = dir / "incoming.sqlite";
        fs::copy_file(from, incoming);
        fs::permissions(incoming, fs::perms::owner_read | fs::perms::owner_write);
        unpack(incoming, store);
        sync(incoming);
        fs::rename(incoming, dir / "juece.sqlite");
        sync(dir);
    });
    database const restored(dir, opening::must_exist);
    auto found = verify(restored, law, store);
    attempt.keep();
    return found;
}

} // namespace adapters::soci
