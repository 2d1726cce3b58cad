#ifndef JUECE_WEB_OFFICE_HPP
#define JUECE_WEB_OFFICE_HPP

#include "adapters/apart/reading_room.hpp"
#include "adapters/documents/document_admission.hpp"
#include "adapters/documents/document_store.hpp"
#include "adapters/documents/unfinished_uploads.hpp"
#include "adapters/drafts/kept_comparisons.hpp"
#include "adapters/drafts/kept_texts.hpp"
#include "adapters/law_text/requirements.hpp"
#include "adapters/office/paper_forms.hpp"
#include "adapters/report/report_text.hpp"
#include "adapters/soci/numbering.hpp"
#include "adapters/soci/outbox.hpp"
#include "adapters/soci/own_desk.hpp"
#include "adapters/soci/own_notices.hpp"
#include "adapters/soci/reader.hpp"
#include "engine/desk.hpp"
#include "web/application.hpp"
#include "web/entrance.hpp"
#include "web/entry_desk.hpp"
#include "web/language.hpp"
#include "web/metrics.hpp"
#include "web/pages.hpp"
#include "web/public_counter.hpp"
#include "web/return_times.hpp"
#include "web/router.hpp"
#include "web/static_files.hpp"
#include "web/threads.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace web {

class practice_clock;

/// What the site is put together from. All of it outlives the office.
struct office_parts {
    adapters::soci::accounts& people;
    entrance& entry;
    adapters::soci::reader_pool& readers;
    adapters::documents::document_store& documents;
    engine::law_in_force law;
    adapters::law_text::requirements const& requirements;
    entry_desk& entries;
    std::function<engine::instant()> clock;
    std::filesystem::path dir;
    adapters::soci::own_desk& desk;
    std::size_t reading_threads = 4;
    adapters::documents::admission_terms admission = {};
    adapters::soci::numbering const* numbers = nullptr; ///< null: papers have none
    std::filesystem::path program = {}; ///< juece itself, to read documents apart; empty: none
    /// Where people reach the server, "https://juece.example.gov.cn"; empty: as who asks calls it.
    std::string address = {};
    /// Pages go into a copy that other servers show: nothing in them needs this one.
    bool copying = false;
    /// What `clock` asks in a house of sample data whose day may be set forward; null elsewhere.
    practice_clock* practice = nullptr;
};

/// The site: finds the handler of a request, knows who asks, and dresses the answer as a page or as
/// JSON.
class office : public application {
public:
    explicit office(office_parts parts);

    boost::asio::awaitable<std::variant<body_terms, response>> admit(request const& head) override;
    boost::asio::awaitable<response> answer(request asked) override;
    response answer_unread(int status, request const& head) override;

    // ---- for handlers

    office_parts const& with() const { return parts_; }
    work_threads& reading() { return reading_; }
    /// The threads that work for whoever asks: the public and those at the door have some of their
    /// own, so that the signed-in never wait behind them.
    work_threads& threads_for(visit const& v);
    work_threads& public_reading() { return public_reading_; }
    work_threads& at_the_door() { return at_the_door_; }
    work_threads& hashing() { return hashing_; }
    /// For those who wait until a page of a document is drawn.
    work_threads& drawing() { return drawing_; }
    /// Where documents of others are opened.
    adapters::apart::reading_room& room() { return room_; }
    /// For what asks other servers.
    work_threads& outgoing() { return outgoing_; }
    languages const& tongues() const { return tongues_; }
    metrics& counts() { return counts_; }
    adapters::report::indicators const& dictionary() const { return indicators_; }
    /// The words of the annual report around its figures.
    adapters::report::report_template const& report_form() const { return report_form_; }
    /// Comparisons of drafts that somebody asked for before.
    adapters::drafts::kept_comparisons& comparisons() { return comparisons_; }
    /// Published documents that somebody read before.
    adapters::drafts::kept_texts& published_texts() { return published_texts_; }
    /// The papers that a case can print.
    std::vector<adapters::office::paper_form> const& papers() const { return papers_; }
    adapters::documents::document_admission const& admission() const { return admission_; }
    adapters::documents::unfinished_uploads& uploads() { return uploads_; }
    adapters::soci::own_notices& notices() { return notices_; }
    /// What leaves the house, and what could not.
    adapters::soci::outbox& sent_out() { return sent_out_; }
    /// What the pages for everybody share.
    public_counter& counter() { return counter_; }
    /// When those are to come again for whom there was no room.
    return_times& coming_back() { return coming_back_; }
    pages const& templates() const { return pages_; }

    /// A reading handler run on the threads of whoever asks, for handlers that change things: never
    /// on a replica of the record.
    boost::asio::awaitable<web::answer> read(visit& v, std::function<web::answer(visit&)> what);

    /// The units of the house, looked up again every few seconds.
    std::shared_ptr<std::vector<adapters::soci::unit> const> units();
    std::string unit_name(std::string const& code);
    /// What the unit was called on a day: what was done then is shown under that name.
    std::string unit_name(std::string const& code, engine::day on);
    /// What tells this house from all others and never changes: the hash of the first act of its
    /// administration. Empty while there is none.
    std::string identity();
    /// True as long as nobody has an account: the first steps are then told at the sign-in.
    bool is_without_people();
    /// Everybody who holds an appointment of their own today, as they act under it; looked up again
    /// as the units are.
    std::shared_ptr<std::vector<engine::actor> const> people(engine::day today);
    /// The name of a person of the register; empty for nobody.
    std::string person_name(engine::person_id who);
    /// The name of the organ of a unit.
    std::string organ_name(std::string const& unit);
    /// The organ of a unit: its rule pack is the place of the cases that the unit opens.
    std::string place_of_unit(std::string const& code);

    /// An empty procedure of a shape, to ask for tables and fields; null for an unknown one.
    engine::procedure const* sample(std::string_view shape) const;

    /// The names on this connection of the cookie of a session, of a sign-in that waits for a code,
    /// and of one that is on its way to a provider of identities.
    static std::string_view session_cookie(bool secure);
    static std::string_view step_cookie(bool secure);
    static std::string_view openid_cookie(bool secure);
    /// Forgets what is remembered of a session: after a sign-out or another appointment.
    void forget_session(std::string const& token);
    void forget_sessions_of(engine::person_id who);

    /// Where the numbers of the whole house are added to /metrics; set by `serve`.
    std::function<void(metrics&)> more_counts;
    std::atomic<bool> ready = true;

private:
    struct remembered {
        adapters::soci::live_session session;
        std::chrono::steady_clock::time_point until;
    };

    adapters::soci::reader_pool& readers_for(visit const& v);
    bool remembers(std::string const& token) const;
    boost::asio::awaitable<std::optional<adapters::soci::live_session>>
    session_of(std::string const& token, engine::instant now);
    response busy(visit const& v);
    visit arrive(request& asked);
    boost::asio::awaitable<void> recognise(visit& v);
    boost::asio::awaitable<web::answer> attend(visit& v, found_route const& found);
    boost::asio::awaitable<web::answer> look_up(visit& v, web::answer (*what)(visit&));
    std::optional<web::answer> distrust(visit const& v) const;
    bool may_ask(visit const& v, route const& for_what) const;
    web::answer not_entitled(visit const& v, route const& for_what) const;
    boost::asio::awaitable<void> note_refusal(visit const& v, found_route const& found,
                                              web::answer const& said);
    web::answer ask_to_sign_in(visit const& v) const;
    void count_notices(visit& v);
    response dress(visit const& v, web::answer said);
    response page_of(visit const& v, web::answer const& said);
    web::answer broken(visit const& v, std::string const& why) const;

    office_parts parts_;
    pages pages_;
    languages tongues_;
    static_files files_;
    adapters::report::indicators indicators_;
    adapters::report::report_template report_form_;
    adapters::apart::reading_room room_;
    adapters::drafts::kept_comparisons comparisons_;
    adapters::drafts::kept_texts published_texts_;
    std::vector<adapters::office::paper_form> papers_;
    adapters::documents::document_admission admission_;
    adapters::documents::unfinished_uploads uploads_;
    adapters::soci::own_notices notices_;
    adapters::soci::outbox sent_out_;
    metrics counts_;
    public_counter counter_;
    work_threads reading_;
    work_threads hashing_;
    work_threads outgoing_;
    work_threads drawing_;
    std::map<std::string, std::unique_ptr<engine::procedure>, std::less<>> samples_;
    std::unordered_map<std::string, remembered> sessions_;

    std::mutex units_door_;
    std::shared_ptr<std::vector<adapters::soci::unit> const> units_;
    std::map<std::string, std::string> places_;      ///< rule packs by unit
    std::map<std::string, std::string> organ_names_; ///< by unit
    std::chrono::steady_clock::time_point units_until_;
    std::atomic<bool> has_people_ = false;
    std::mutex identity_door_;
    std::string identity_;
    std::mutex people_door_;
    std::shared_ptr<std::vector<engine::actor> const> people_;
    engine::day people_on_ = {};
    std::chrono::steady_clock::time_point people_until_;

    adapters::soci::reader_pool strangers_readers_;
    work_threads public_reading_;
    work_threads at_the_door_;
    return_times coming_back_;
};

} // namespace web

#endif
