#include "base/fold.hpp"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <fmt/format.h>

#include <algorithm>

#include "base/must.hpp"

namespace base {
namespace {

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), std::int32_t(text.size())));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

const icu::Normalizer2& form(bool composed) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* form = composed ? icu::Normalizer2::getNFCInstance(status)
                              : icu::Normalizer2::getNFDInstance(status);
  must(U_SUCCESS(status));
  return *form;
}

constexpr UChar32 first_mark = 0x300;  // nothing before it combines with what stands before
constexpr UChar32 grapheme_joiner = 0x34f;
constexpr int marks_max = 30;  // in a row: UAX #15 §13, Stream-Safe Text Format

bool begins_with_mark(UChar32 c) {
  return u_getIntPropertyValue(c, UCHAR_LEAD_CANONICAL_COMBINING_CLASS) != 0;
}
bool ends_with_mark(UChar32 c) {
  return u_getIntPropertyValue(c, UCHAR_TRAIL_CANONICAL_COMBINING_CLASS) != 0;
}

// What begins with a mark consists of marks, most often of one.
int marks_in(UChar32 c) {
  static const auto& apart = form(false);
  icu::UnicodeString parts;
  return apart.getDecomposition(c, parts) ? parts.countChar32() : 1;
}

// Normalising sorts marks that stand in a row, each into its place among all before it: n of them
// cost n * n. So a joiner that nobody sees goes after each thirty; no writing has more.
icu::UnicodeString stream_safe(const icu::UnicodeString& text) {
  constexpr int of_a_letter_max = 3;  // no letter is taken apart into more marks
  icu::UnicodeString out;
  std::int32_t copied = 0;
  int row = 0;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto c = text.char32At(i);
    if (c < first_mark || !begins_with_mark(c)) {
      row = c >= first_mark && ends_with_mark(c) ? of_a_letter_max : 0;
      continue;
    }
    const int marks = marks_in(c);
    if (row + marks > marks_max) {
      out.append(text, copied, i - copied).append(grapheme_joiner);
      copied = i;
      row = 0;
    }
    row += marks;
  }
  return copied == 0 ? text : out.append(text, copied, text.length() - copied);
}

icu::UnicodeString normalized(const icu::UnicodeString& text, bool composed) {
  UErrorCode status = U_ZERO_ERROR;
  auto out = form(composed).normalize(stream_safe(text), status);
  must(U_SUCCESS(status));
  return out;
}

const icu::Locale& vietnamese() {
  static const icu::Locale locale("vi");
  return locale;
}

// Khmer and emoji need them between letters; anywhere else they only hide.
bool is_joiner(UChar32 c) { return c == 0x200c || c == 0x200d; }

}  // namespace

bool is_text(std::string_view bytes) {
  const auto* s = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = std::int32_t(bytes.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(s, i, size, c);
    if (c <= 0) return false;  // malformed, or NUL
  }
  return true;
}

std::string composed(std::string_view text) {
  const bool ascii = std::ranges::all_of(text, [](char c) { return std::uint8_t(c) < 0x80; });
  return ascii ? std::string(text) : utf8(normalized(utf16(text), true));
}

std::string tidy(std::string_view text, bool keep_lines) {
  const auto composed = normalized(utf16(text), true);
  icu::UnicodeString out;
  bool blank = true;   // leading blanks go
  UChar32 joiner = 0;  // the last one, until it is seen what it joins
  for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
    const UChar32 c = composed.char32At(i);
    if (c == '\n' && keep_lines) {
      while (out.endsWith(" ", 0, 1)) out.truncate(out.length() - 1);
      out.append(c);
      blank = true;
    } else if (u_isUWhiteSpace(c)) {
      if (!blank) out.append(UChar32(' '));
      blank = true;
    } else if (is_joiner(c)) {
      joiner = c;
    } else if (!u_iscntrl(c)) {
      if (joiner != 0 && !blank) out.append(joiner);
      out.append(c);
      blank = false;
    }
    if (!is_joiner(c)) joiner = 0;
  }
  return utf8(out.trim());
}

std::string fold(std::string_view text) {
  const auto split = normalized(utf16(text), false);
  icu::UnicodeString out;
  for (std::int32_t i = 0; i < split.length(); i = split.moveIndex32(i, 1)) {
    const UChar32 c = split.char32At(i);
    if (c == 0x111 || c == 0x110) {
      out.append(UChar32('d'));
    } else if (u_charType(c) != U_NON_SPACING_MARK && !is_joiner(c)) {
      out.append(c);
    }
  }
  return utf8(out.toLower(vietnamese()));
}

std::string upper(std::string_view text) { return utf8(utf16(text).toUpper(vietnamese())); }
std::string lower(std::string_view text) { return utf8(utf16(text).toLower(vietnamese())); }

std::string sort_key(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  thread_local const std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(vietnamese(), status));
  must(collator != nullptr);
  std::uint8_t key[1024];  // what is beyond decides no order; nor is more than fills it looked at
  const auto size =
      collator->getSortKey(stream_safe(utf16(text)).tempSubString(0, sizeof key), key, sizeof key);
  std::string out;
  for (std::int32_t i = 0; i + 1 < std::min<std::int32_t>(size, sizeof key); ++i) {
    out += fmt::format("{:02x}", key[i]);  // text, so that both databases order it the same
  }
  return out;
}

std::size_t length(std::string_view text) { return std::size_t(utf16(text).countChar32()); }

}  // namespace base
