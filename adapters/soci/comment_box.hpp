#ifndef JUECE_ADAPTERS_SOCI_COMMENT_BOX_HPP
#define JUECE_ADAPTERS_SOCI_COMMENT_BOX_HPP

#include "adapters/soci/clerk.hpp"
#include "adapters/soci/waiting_line.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace adapters::soci {

/// What somebody of the public sends in.
namespace purpose {
inline constexpr char const* opinion = "opinion";
inline constexpr char const* hearing_wish = "hearing_wish"; ///< that a hearing be held
inline constexpr char const* application = "application";   ///< to take part in a hearing
inline constexpr char const* proposal = "proposal";         ///< of what should be decided
} // namespace purpose

/// A document that came with it; its bytes are on disk already.
struct attached_document {
    std::string hash;
    std::string name;
    std::string media_type;
    long long size = 0;
    bool operator==(attached_document const&) const = default;
};

/// An opinion, a wish, an application or a proposal on its way in.
struct new_comment {
    std::string comment_id; ///< made by the client: the same id is the same comment
    engine::case_id on;
    long long notice = 0; ///< seq of the act that asked for it; 0: entered by the office
    std::string purpose = soci::purpose::opinion;
    std::string channel = "online"; ///< "online", "letter", "meeting" or "survey"
    std::string kind = "citizen";   ///< a name of participation::attendee_kind
    std::string name = {};          ///< may be empty
    std::string contact = {};       ///< may be empty
    std::string words = {};
    std::string side = {};     ///< of an application: a name of hearing::hearing_side
    std::string identity = {}; ///< of an application
    std::string title = {};    ///< of a proposal: what is to be decided
    std::string basis = {};    ///< of a proposal: the law that it rests on; may be empty
    std::string receipt = {};  ///< nobody can guess it; used unless the comment is here already
    std::optional<engine::day> received_on = {}; ///< of a letter: when it came
    engine::person_id entered_by = {};           ///< of the office; 0: from outside
    engine::instant at = {};
    std::vector<attached_document> documents = {};
};

struct kept_comment {
    long long number = 0; ///< within its case
    std::string receipt;
    bool repeated = false; ///< it was here before
};
/// The id belongs to another comment.
struct comment_clash {};
using comment_outcome = std::variant<kept_comment, comment_clash, fault>;

struct comment_box_terms {
    std::size_t longest_queue = 16'384;
    std::size_t heaviest_queue = std::size_t{64} << 20; ///< bytes of what waits
    std::size_t largest_group = 512;
    /// Called on the box's thread after the answers of one commit were given; may be empty.
    std::function<void()> group_answered = {};
};

/// What the office notes on comments before an act decides on them; nothing: stays as it is.
struct comment_note {
    std::optional<std::string> issue = {};
    std::optional<std::string> outcome = {};
    std::optional<std::string> reason = {};
};

/// Where comments go in: a thread, a bounded queue and one commit for all that wait, apart from
/// the clerk's, so that a burst of comments does not hold up the acts.
class comment_box {
public:
    using answer = std::function<void(comment_outcome)>;

    /// The database outlives the box.
    explicit comment_box(database& at, comment_box_terms terms = {});
    ~comment_box();
    comment_box(comment_box const&) = delete;
    comment_box& operator=(comment_box const&) = delete;

    /// Takes a comment; `reply` is called once, on the box's thread, when it is durable, and must
    /// not throw or block. False at once when the queue is full, by number or by bytes, or the box
    /// is stopping; `reply` is then never called. From any thread.
    bool drop(new_comment what, answer reply);

    /// Writes working notes on comments of one case; durable when it returns. How many were
    /// changed. From any thread.
    long long note(engine::case_id on, std::vector<long long> const& numbers,
                   comment_note const& what);

    /// 32 random bytes that stay the same for this record: what forms are signed with.
    std::string const& form_key() const { return form_key_; }

    /// Finishes what waits, then ends. Later comments are not taken.
    void stop();

    std::size_t waiting() const { return line_.size(); }
    unsigned long long kept() const { return kept_; }

private:
    struct waiting_comment {
        new_comment what;
        answer reply;
    };
    struct statements;

    void run();
    void handle(std::vector<waiting_comment> group);
    bool handle_together(std::vector<waiting_comment> const& group,
                         std::vector<comment_outcome>& answers);
    comment_outcome handle_alone(new_comment const& what);
    void sit_down();
    void stand_up();

    database& at_;
    comment_box_terms terms_;
    std::unique_ptr<::soci::session> sql_;
    std::unique_ptr<statements> ready_;
    std::mutex notes_door_;
    std::unique_ptr<::soci::session> notes_;
    std::string form_key_;
    std::atomic<unsigned long long> kept_ = 0;
    waiting_line<waiting_comment> line_;
    std::once_flag stopped_;
    std::thread thread_;
};

} // namespace adapters::soci

#endif
