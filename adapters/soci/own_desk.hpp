#ifndef JUECE_ADAPTERS_SOCI_OWN_DESK_HPP
#define JUECE_ADAPTERS_SOCI_OWN_DESK_HPP

#include "adapters/soci/database.hpp"
#include "engine/act.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace adapters::soci {

class shared_session;

/// A form that somebody began: of an act on a case, or of the act that opens one.
struct form_draft {
    long long id = 0;
    engine::person_id whose;
    engine::case_id on; ///< 0: of a case to be opened
    std::string shape;  ///< of the case to be opened; empty otherwise
    std::string kind;   ///< of the act; of a form that is none: its own name
    std::string
        part; ///< which of several such forms, as the page numbers them; empty: the only one
    std::string fields; ///< what was typed, as the form sends it
    engine::instant kept_at;
};

/// A list with its filters under a name.
struct saved_view {
    long long id = 0;
    std::string box;
    std::string name;
    std::string query; ///< "light=red&unit=water"
};

/// What a person keeps at the own desk: drafts of forms, views of lists, columns of lists,
/// phrases. None of it is part of the record. From any thread; calls wait for each other.
class own_desk {
public:
    explicit own_desk(database& at);
    ~own_desk();

    /// Keeps a draft, over the one of the same form. False when the person has too many.
    bool keep_draft(form_draft const& what);
    std::vector<form_draft> drafts_on(engine::person_id whose, engine::case_id on);
    std::optional<form_draft> find_draft(engine::person_id whose, engine::case_id on,
                                         std::string const& shape, std::string const& kind,
                                         std::string const& part = {});
    /// Newest first.
    std::vector<form_draft> drafts_of(engine::person_id whose);
    long long count_drafts(engine::person_id whose);
    /// True if there was one.
    bool drop_draft(engine::person_id whose, long long id);
    /// After the act was entered.
    void drop_draft(engine::person_id whose, engine::case_id on, std::string const& shape,
                    std::string const& kind, std::string const& part = {});

    /// Saves a view, over the one of the same name. False when the person has too many.
    bool save_view(engine::person_id whose, saved_view const& what);
    std::vector<saved_view> views_of(engine::person_id whose, std::string const& box);
    bool drop_view(engine::person_id whose, long long id);

    /// The chosen columns of a list, separated by commas; empty: as the list comes.
    void choose_columns(engine::person_id whose, std::string const& box,
                        std::string const& columns);
    std::string columns_of(engine::person_id whose, std::string const& box);

    /// What a person often writes in an opinion (常用语), in their own order; over the list before.
    /// False where it is too long a list, or one of them too long or empty.
    bool keep_phrases(engine::person_id whose, std::vector<std::string> const& all);
    std::vector<std::string> phrases_of(engine::person_id whose);

    static constexpr std::size_t most_phrases = 30;
    static constexpr std::size_t longest_phrase = 300; ///< bytes
    static constexpr long long most_drafts = 200;
    static constexpr long long most_views = 50;

private:
    std::unique_ptr<shared_session> sql_;
};

} // namespace adapters::soci

#endif
