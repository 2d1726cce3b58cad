#ifndef JUECE_ADAPTERS_SOCI_QUERY_HPP
#define JUECE_ADAPTERS_SOCI_QUERY_HPP

#include <concepts>
#include <soci/soci.h>
#include <string>
#include <string_view>

namespace adapters::soci {

/// True if a statement has a parameter of that name.
bool is_named_in(std::string_view text, std::string_view name);

/// The only types that go to and from the database: an int wraps silently on SQLite, a
/// std::optional does not compile.
template <class T>
concept column = std::same_as<T, long long> || std::same_as<T, std::string>;

/// A statement that begins so is planned each time it runs, with the values of that time: of lists
/// in which few rows stand behind one value and very many behind another, so that no one plan is
/// right for both. Others that come again are planned once (kept_plans.hpp).
constexpr char const* planned_anew = "/* planned anew */ ";

/// A statement. What is bound must outlive it; values are bound by name only.
class query {
public:
    query(::soci::session& sql, std::string text)
        : query(sql, std::move(text), ::soci::details::st_one_time_query)
    {}

    template <column T>
    query& in(char const* name, T const& value)
    {
        statement_.exchange(::soci::use(value, name));
        return *this;
    }
    query& in(char const* name, std::string&& value) = delete;

    template <column T>
    query& out(T& value)
    {
        statement_.exchange(::soci::into(value));
        return *this;
    }

    /// True if there is such a parameter to bind.
    bool names(std::string_view name) const { return is_named_in(text_, name); }

    /// Runs a statement that gives no rows; how many rows it changed.
    long long run()
    {
        prepare();
        statement_.execute(true);
        return statement_.get_affected_rows();
    }

    /// Fetches the only row, if there is one. Without a row the bound variables keep what they
    /// held.
    bool one()
    {
        return each([] {}) > 0;
    }

    /// Calls `taken` for each row, with the bound variables filled. Always to the last row: a
    /// statement that is left open keeps the read transaction, and the log file grows.
    template <class F>
    long long each(F&& taken)
    {
        prepare();
        long long rows = 0;
        statement_.execute(false);
        for (; statement_.fetch(); ++rows)
            taken();
        return rows;
    }

protected:
    query(::soci::session& sql, std::string text, ::soci::details::statement_type how)
        : statement_(sql), text_(std::move(text)), how_(how)
    {}

    void prepare()
    {
        if (prepared_)
            return;
        statement_.alloc();
        statement_.prepare(text_, how_);
        statement_.define_and_bind();
        prepared_ = true;
    }

    ::soci::statement statement_;

private:
    std::string text_;
    ::soci::details::statement_type how_;
    bool prepared_ = false;
};

/// One that runs again and again. PostgreSQL makes its plan once, for two more ways there and back;
/// SQLite does so with every statement.
class kept_query : public query {
public:
    kept_query(::soci::session& sql, std::string text)
        : query(sql, std::move(text), ::soci::details::st_repeatable_query)
    {}

    /// Runs a statement that gives no rows, of which nobody asks how many it changed. PostgreSQL is
    /// not waited for: what goes wrong is a fault of the next question, of the commit at the latest
    /// (piped_session.hpp).
    void send();
};

/// Several queries that see one moment.
class snapshot {
public:
    explicit snapshot(::soci::session& sql);
    ~snapshot();
    snapshot(snapshot const&) = delete;
    snapshot& operator=(snapshot const&) = delete;

private:
    ::soci::session& sql_;
};

} // namespace adapters::soci

#endif
