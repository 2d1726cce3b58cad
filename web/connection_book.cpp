#include "web/connection_book.hpp"

#include "web/flood_gate.hpp"

#include <algorithm>

namespace web {
namespace {

/// As long as a session may live.
constexpr std::chrono::hours known_for{12};
constexpr std::size_t most_known = 10'000;

} // namespace

std::optional<connection_book::place> connection_book::enter(std::string const& address,
                                                             bool is_gateway, moment now,
                                                             std::function<void()> cut)
{
    auto const network = flood_gate::network_of(address);
    auto const known = knows(network, now);
    auto const for_strangers = terms_.most - std::min(terms_.most, terms_.kept_for_known);
    auto const of_same = networks_.find(network);
    auto const too_many_of_one = !is_gateway && of_same != networks_.end() &&
                                 of_same->second.connections >= terms_.most_from_one;
    auto const no_room =
        (too_many_of_one && !make_room(of_same->second.waiting, now)) ||
        (!known && strangers_ >= for_strangers && !make_room(strangers_waiting_, now)) ||
        (size() >= terms_.most && !make_room(strangers_waiting_, now) &&
         !make_room(known_waiting_, now));
    if (no_room) {
        ++refused_;
        return {};
    }
    auto const at = all_.insert(all_.end(), entry{});
    at->from = &*networks_.try_emplace(network).first;
    at->known = known;
    at->since = now;
    at->cut = std::move(cut);
    ++at->from->second.connections;
    strangers_ += known ? 0 : 1;
    queue_up(*at);
    return at;
}

void connection_book::leave(place at)
{
    if (at->was_cut)
        --leaving_;
    else {
        step_out(*at);
        count_out(*at);
    }
    all_.erase(at);
}

void connection_book::waits(place at, moment now)
{
    if (at->was_cut || at->waiting)
        return;
    at->since = now;
    queue_up(*at);
}

void connection_book::works(place at)
{
    step_out(*at);
}

void connection_book::note_signed_in(place at, moment now)
{
    if (at->was_cut)
        return;
    if (known_until_.size() >= most_known)
        std::erase_if(known_until_, [&](auto const& one) { return one.second <= now; });
    if (known_until_.size() < most_known)
        known_until_.insert_or_assign(at->from->first, now + known_for);
    if (at->known)
        return;
    auto const waited = at->waiting;
    step_out(*at);
    at->known = true;
    --strangers_;
    if (waited)
        queue_up(*at);
}

bool connection_book::knows(std::string const& network, moment now)
{
    auto const found = known_until_.find(network);
    return found != known_until_.end() && now < found->second;
}

/// Cuts the one among them that waits longest; false when none waits for long.
bool connection_book::make_room(line& among, moment now)
{
    if (among.empty() || now < among.front()->since + terms_.left_alone_for)
        return false;
    auto& one = *among.front();
    step_out(one);
    count_out(one);
    one.was_cut = true;
    ++leaving_;
    ++times_cut_;
    auto const end = std::move(one.cut);
    end();
    return true;
}

void connection_book::queue_up(entry& one)
{
    auto& same = one.from->second.waiting;
    one.in_network = same.insert(same.end(), &one);
    auto& alike = class_of(one);
    one.in_class = alike.insert(alike.end(), &one);
    one.waiting = true;
}

void connection_book::step_out(entry& one)
{
    if (!one.waiting)
        return;
    one.from->second.waiting.erase(one.in_network);
    class_of(one).erase(one.in_class);
    one.waiting = false;
}

/// It holds no place any more.
void connection_book::count_out(entry& one)
{
    strangers_ -= one.known ? 0 : 1;
    if (--one.from->second.connections == 0)
        networks_.erase(one.from->first);
    one.from = nullptr;
}

} // namespace web
