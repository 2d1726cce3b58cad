#include "adapters/soci/piped_session.hpp"

#include "adapters/soci/query.hpp"

#include <optional>
#include <utility>

namespace adapters::soci {
namespace {

/// So that what is answered meanwhile fits into what the network keeps for one.
constexpr int most_told = 500;

/// A page asks some thirty statements. The server needs some 50 kB for each that it keeps.
constexpr std::size_t most_kept = 200;

/// SOCI's statement, which hears before anything is asked.
class piped_statement : public ::soci::details::statement_backend {
public:
    piped_statement(piped_session& session, ::soci::postgresql_statement_backend* inner)
        : session_(session), inner_(inner)
    {}

    exec_fetch_result execute(int number) override
    {
        if (std::exchange(waits, true) || inner_->statementName_.empty()) {
            session_.hear();
            return run(number);
        }
        std::vector<char const*> values;
        values.reserve(inner_->names_.size());
        for (auto const& name : inner_->names_)
            values.push_back(*inner_->useByNameBuffers_.at(name));
        session_.tell(inner_->statementName_, values);
        return ef_no_data;
    }
    void prepare(std::string const& text, ::soci::details::statement_type how) override
    {
        session_.hear();
        inner_->prepare(text, how);
        if (how != ::soci::details::st_one_time_query || text.starts_with(planned_anew))
            return;
        // SOCI has put its own names of parameters in by now.
        auto const kept = session_.name_of_kept(inner_->query_);
        if (kept.empty())
            return;
        inner_->stType_ = ::soci::details::st_repeatable_query;
        inner_->statementName_ = kept;
        is_kept_ = true;
    }
    int prepare_for_describe() override
    {
        session_.hear();
        return inner_->prepare_for_describe();
    }
    void clean_up() override
    {
        session_.hear_nothing();
        inner_->clean_up();
    }
    ~piped_statement() override
    {
        // SOCI would tell the server to forget it.
        if (is_kept_)
            inner_->statementName_.clear();
    }

    void alloc() override { inner_->alloc(); }
    exec_fetch_result fetch(int number) override { return inner_->fetch(number); }
    long long get_affected_rows() override { return inner_->get_affected_rows(); }
    int get_number_of_rows() override { return inner_->get_number_of_rows(); }
    std::string get_parameter_name(int index) const override
    {
        return inner_->get_parameter_name(index);
    }
    std::string rewrite_for_procedure_call(std::string const& text) override
    {
        return inner_->rewrite_for_procedure_call(text);
    }
    void describe_column(int which, ::soci::data_type& type, std::string& name) override
    {
        inner_->describe_column(which, type, name);
    }
    ::soci::details::standard_into_type_backend* make_into_type_backend() override
    {
        return inner_->make_into_type_backend();
    }
    ::soci::details::standard_use_type_backend* make_use_type_backend() override
    {
        return inner_->make_use_type_backend();
    }
    ::soci::details::vector_into_type_backend* make_vector_into_type_backend() override
    {
        return inner_->make_vector_into_type_backend();
    }
    ::soci::details::vector_use_type_backend* make_vector_use_type_backend() override
    {
        return inner_->make_vector_use_type_backend();
    }

    bool waits = true;

private:
    exec_fetch_result run(int number)
    {
        if (!is_kept_)
            return inner_->execute(number);
        try {
            return inner_->execute(number);
        } catch (::soci::soci_error const&) {
            session_.forget_kept(inner_->query_);
            throw;
        }
    }

    piped_session& session_;
    std::unique_ptr<::soci::postgresql_statement_backend> inner_;
    bool is_kept_ = false;
};

struct factory : ::soci::backend_factory {
    ::soci::details::session_backend*
    make_session(::soci::connection_parameters const& parameters) const override
    {
        return new piped_session(parameters);
    }
};

/// SOCI knows no code for what libpq itself says.
::soci::postgresql_soci_error fault_of(PGconn* connection)
{
    return {PQerrorMessage(connection), "     "};
}

std::optional<::soci::postgresql_soci_error> fault_in(PGresult const* answer)
{
    switch (PQresultStatus(answer)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_PIPELINE_SYNC:
    case PGRES_PIPELINE_ABORTED: // by the one that failed before it
        return {};
    default:
        break;
    }
    auto const* state = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
    return ::soci::postgresql_soci_error(PQresultErrorMessage(answer), state ? state : "     ");
}

} // namespace

piped_session::piped_session(::soci::connection_parameters const& parameters)
    // Asked by its address: the factory itself is not to be linked to.
    : inner_(static_cast<::soci::postgresql_session_backend*>(
          ::soci::factory_postgresql()->make_session(parameters))),
      plans_(most_kept)
{}

std::string piped_session::name_of_kept(std::string const& text)
{
    auto const run = [](PGresult* answer) {
        auto const fault = fault_in(answer);
        PQclear(answer);
        if (fault)
            throw ::soci::postgresql_soci_error(*fault);
    };
    auto name = plans_.ask(text);
    auto const gone = plans_.let_go();
    if (gone && !gone->empty())
        run(PQexec(connection(), ("deallocate " + *gone).c_str()));
    if (!name)
        return {};
    if (name->empty()) {
        name = plans_.next_name();
        run(PQprepare(connection(), name->c_str(), text.c_str(), 0, nullptr));
        plans_.keep(text, *name);
    }
    return *name;
}

bool piped_session::is_connected()
{
    return inner_->is_connected();
}

void piped_session::begin()
{
    hear();
    inner_->begin();
}

void piped_session::commit()
{
    hear();
    inner_->commit();
}

void piped_session::rollback()
{
    hear_nothing();
    inner_->rollback();
}

std::string piped_session::get_dummy_from_table() const
{
    return inner_->get_dummy_from_table();
}

std::string piped_session::get_backend_name() const
{
    return inner_->get_backend_name();
}

::soci::details::statement_backend* piped_session::make_statement_backend()
{
    return new piped_statement(*this, inner_->make_statement_backend());
}

::soci::details::rowid_backend* piped_session::make_rowid_backend()
{
    return inner_->make_rowid_backend();
}

::soci::details::blob_backend* piped_session::make_blob_backend()
{
    return inner_->make_blob_backend();
}

void piped_session::tell(std::string const& statement, std::vector<char const*> const& values)
{
    if (told_ == 0 && PQenterPipelineMode(connection()) != 1)
        throw fault_of(connection());
    ++told_;
    if (PQsendQueryPrepared(connection(), statement.c_str(), static_cast<int>(values.size()),
                            values.data(), nullptr, nullptr, 0) != 1)
        throw fault_of(connection());
    if (told_ == most_told)
        hear();
}

void piped_session::hear()
{
    if (told_ == 0)
        return;
    told_ = 0;
    auto const is_sent = PQpipelineSync(connection()) == 1;
    std::optional<::soci::postgresql_soci_error> fault;
    bool all = false;
    // After each answer comes nothing, once.
    for (int nothings = 0; is_sent && !all && nothings < 2;) {
        auto* const answer = PQgetResult(connection());
        nothings = answer ? 0 : nothings + 1;
        all = answer && PQresultStatus(answer) == PGRES_PIPELINE_SYNC;
        if (answer && !fault)
            fault = fault_in(answer);
        PQclear(answer);
    }
    if (!fault && !all)
        fault = fault_of(connection());
    PQexitPipelineMode(connection());
    if (fault)
        throw ::soci::postgresql_soci_error(*fault);
}

void piped_session::hear_nothing() noexcept
{
    try {
        hear();
    } catch (std::exception const&) {
        return;
    }
}

::soci::backend_factory const& piped_sessions()
{
    static factory const one;
    return one;
}

void execute_without_waiting(::soci::statement& what)
{
    auto* const piped = dynamic_cast<piped_statement*>(what.get_backend());
    if (piped)
        piped->waits = false;
    what.execute(true);
}

} // namespace adapters::soci
