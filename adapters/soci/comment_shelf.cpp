#include "adapters/soci/comment_shelf.hpp"

#include "adapters/soci/narrowing.hpp"
#include "adapters/soci/rows.hpp"

namespace adapters::soci {
namespace {

constexpr char const* select_comment =
    "select m.id, m.case_id, m.number, m.purpose, m.channel, m.kind, m.name, m.contact, m.words,"
    " m.side, m.identity, m.title, m.basis, m.received_at, m.received_on, m.issue, m.outcome,"
    " m.reason, (select count(*) from comment_document d where d.comment = m.id) from comment m";

/// A row of comment in the order of `select_comment`.
struct comment_row {
    comment_entry one;
    std::string received_at;
    std::string received_on;

    void out_of(query& from)
    {
        from.out(one.id).out(one.on.value).out(one.number).out(one.purpose).out(one.channel);
        from.out(one.kind).out(one.name).out(one.contact).out(one.words).out(one.side);
        from.out(one.identity).out(one.title).out(one.basis).out(received_at).out(received_on);
        from.out(one.issue).out(one.outcome).out(one.reason).out(one.documents);
    }
    comment_entry to_entry() const
    {
        auto entry = one;
        entry.received_at = instant_of(received_at);
        entry.received_on = optional_day_of(received_on);
        return entry;
    }
};

narrowing narrowed(engine::case_id on, comment_filter const& only)
{
    narrowing to;
    to.by("m.case_id = :case_id", "case_id", on.value);
    to.by_if_given("m.purpose = :purpose", "purpose", only.purpose);
    to.by_if_given("m.channel = :channel", "channel", only.channel);
    to.by_if_given("m.outcome = :outcome", "outcome", only.outcome);
    if (only.issue)
        to.by("m.issue = :issue", "issue", *only.issue);
    if (!only.words.empty())
        to.by("(lower(m.words) like :words escape '\\' or lower(m.name) like :words escape '\\')",
              "words", anywhere(only.words));
    return to;
}

std::vector<comment_count> counts_of(query& list)
{
    comment_count one;
    std::vector<comment_count> found;
    list.out(one.of).out(one.comments).each([&] { found.push_back(one); });
    return found;
}

} // namespace

std::optional<comment_entry> comment_shelf::find(std::string const& receipt)
{
    return faults_as_ours([&]() -> std::optional<comment_entry> {
        comment_row row;
        query look(sql_,
                   std::string(select_comment) + " where m.receipt = :receipt and m.receipt <> ''");
        row.out_of(look.in("receipt", receipt));
        if (!look.one())
            return {};
        return row.to_entry();
    });
}

std::optional<comment_entry> comment_shelf::find(engine::case_id on, long long number)
{
    return faults_as_ours([&]() -> std::optional<comment_entry> {
        comment_row row;
        query look(sql_, std::string(select_comment) +
                             " where m.case_id = :case_id and m.number = :number and m.number > 0");
        row.out_of(look.in("case_id", on.value).in("number", number));
        if (!look.one())
            return {};
        return row.to_entry();
    });
}

page<comment_entry> comment_shelf::list(engine::case_id on, comment_filter const& only,
                                        std::optional<long long> after, long long limit)
{
    return faults_as_ours([&] {
        auto to = narrowed(on, only);
        if (after)
            to.by("m.number > :after", "after", *after);
        long long const most = limit + 1;
        comment_row row;
        page<comment_entry> found;
        query list(sql_, std::string(select_comment) + to.conditions() +
                             " order by m.number limit :most");
        to.into(list.in("most", most));
        row.out_of(list);
        list.each([&] { found.rows.push_back(row.to_entry()); });
        // One row more than asked tells whether there is a next page.
        if (static_cast<long long>(found.rows.size()) == most) {
            found.rows.pop_back();
            found.next = found.rows.back().number;
        }
        return found;
    });
}

long long comment_shelf::count(engine::case_id on, comment_filter const& only)
{
    return faults_as_ours([&] {
        auto const to = narrowed(on, only);
        long long comments = 0;
        query count(sql_, "select count(*) from comment m" + to.conditions());
        to.into(count.out(comments));
        count.one();
        return comments;
    });
}

std::vector<comment_count> comment_shelf::by_channel(engine::case_id on, std::string const& purpose)
{
    return faults_as_ours([&] {
        query list(sql_, "select channel, count(*) from comment where case_id = :case_id"
                         " and purpose = :purpose group by channel order by channel");
        return counts_of(list.in("case_id", on.value).in("purpose", purpose));
    });
}

std::vector<comment_count> comment_shelf::by_issue(engine::case_id on)
{
    return faults_as_ours([&] {
        query list(sql_, "select issue, count(*) from comment where case_id = :case_id"
                         " and purpose = 'opinion' and issue <> ''"
                         " group by issue order by count(*) desc, issue");
        return counts_of(list.in("case_id", on.value));
    });
}

std::vector<std::pair<long long, std::string>> comment_shelf::issues(engine::case_id on)
{
    return faults_as_ours([&] {
        std::pair<long long, std::string> one;
        std::vector<std::pair<long long, std::string>> found;
        query list(sql_, "select number, issue from comment where case_id = :case_id"
                         " and purpose = 'opinion' and issue <> '' order by number");
        list.in("case_id", on.value).out(one.first).out(one.second).each([&] {
            found.push_back(one);
        });
        return found;
    });
}

std::vector<std::pair<long long, engine::day>> comment_shelf::days_of_receipt(engine::case_id on)
{
    return faults_as_ours([&] {
        long long number = 0;
        std::string received_at, received_on;
        std::vector<std::pair<long long, engine::day>> found;
        query list(sql_, "select number, received_at, received_on from comment"
                         " where case_id = :case_id and purpose = 'opinion' order by number");
        list.in("case_id", on.value).out(number).out(received_at).out(received_on).each([&] {
            auto const noted = optional_day_of(received_on);
            found.emplace_back(number, noted ? *noted : engine::legal_day(instant_of(received_at)));
        });
        return found;
    });
}

std::string comment_shelf::contact(engine::case_id on, long long number)
{
    return faults_as_ours([&] {
        std::string found;
        query(sql_, "select contact from comment where case_id = :case_id and number = :number"
                    " and purpose = 'opinion'")
            .in("case_id", on.value)
            .in("number", number)
            .out(found)
            .one();
        return found;
    });
}

std::vector<std::string> comment_shelf::senders(engine::case_id on)
{
    return faults_as_ours([&] {
        std::string one;
        std::vector<std::string> found;
        query list(sql_, "select name from comment where case_id = :case_id union"
                         " select contact from comment where case_id = :case_id");
        list.in("case_id", on.value).out(one).each([&] { found.push_back(one); });
        return found;
    });
}

std::vector<attached_document> comment_shelf::documents_of(long long comment)
{
    return faults_as_ours([&] {
        attached_document one;
        std::vector<attached_document> found;
        query list(sql_, "select d.hash, a.name, d.media_type, d.size from comment_document a"
                         " join document d on d.hash = a.hash where a.comment = :comment"
                         " order by a.position");
        list.in("comment", comment).out(one.hash).out(one.name).out(one.media_type);
        list.out(one.size).each([&] { found.push_back(one); });
        return found;
    });
}

std::optional<attached_document> comment_shelf::find_document(engine::case_id on,
                                                              std::string const& hash)
{
    return faults_as_ours([&]() -> std::optional<attached_document> {
        attached_document found;
        query look(sql_, "select d.hash, a.name, d.media_type, d.size from comment_document a"
                         " join document d on d.hash = a.hash join comment m on m.id = a.comment"
                         " where a.hash = :hash and m.case_id = :case_id"
                         " order by a.comment limit 1");
        look.in("hash", hash).in("case_id", on.value).out(found.hash).out(found.name);
        if (!look.out(found.media_type).out(found.size).one())
            return {};
        return found;
    });
}

} // namespace adapters::soci
