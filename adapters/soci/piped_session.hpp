#ifndef JUECE_ADAPTERS_SOCI_PIPED_SESSION_HPP
#define JUECE_ADAPTERS_SOCI_PIPED_SESSION_HPP

#include "adapters/soci/kept_plans.hpp"

#include <memory>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <string>
#include <vector>

namespace adapters::soci {

/// A session of PostgreSQL that can be told changes without waiting for the answer to each, by the
/// pipeline mode of libpq. Whatever else is asked of it hears those answers first, so that all
/// happens in the order in which it was said, and a change that failed is a fault of the next
/// question, of the commit at the latest.
/// A text that is asked again is kept by the server (kept_plans.hpp), whether or not it was said to
/// be one that runs again and again.
/// SOCI's own session does the rest.
class piped_session : public ::soci::details::session_backend {
public:
    explicit piped_session(::soci::connection_parameters const& parameters);

    /// Tells a statement that was prepared under a name, within a transaction.
    void tell(std::string const& statement, std::vector<char const*> const& values);
    /// Throws the first fault there was, as SOCI would have.
    void hear();
    /// Before a rollback, which makes all of them void.
    void hear_nothing() noexcept;

    /// The name under which the server keeps what it made of a statement that was asked before, so
    /// that it is neither read nor, mostly, planned anew; empty: asked for the first time.
    std::string name_of_kept(std::string const& text);
    /// One that failed: what the server made of it may be out of date.
    void forget_kept(std::string const& text) { plans_.forget(text); }

    PGconn* connection() { return inner_->conn_; }

    bool is_connected() override;
    void begin() override;
    void commit() override;
    void rollback() override;
    std::string get_dummy_from_table() const override;
    std::string get_backend_name() const override;
    ::soci::details::statement_backend* make_statement_backend() override;
    ::soci::details::rowid_backend* make_rowid_backend() override;
    ::soci::details::blob_backend* make_blob_backend() override;

private:
    std::unique_ptr<::soci::postgresql_session_backend> inner_;
    kept_plans plans_;
    int told_ = 0; ///< and not yet heard
};

/// Makes sessions of this kind.
::soci::backend_factory const& piped_sessions();

/// Runs a statement that gives no rows; on such a session without waiting for its answer, if it is
/// a prepared one.
void execute_without_waiting(::soci::statement& what);

} // namespace adapters::soci

#endif
