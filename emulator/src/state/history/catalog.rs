//! Jobs of a data team, in the order in which a history uses them.

use super::schedule::Schedule::{self, ByHand, Daily, Hourly, Weekly};

/// A job of the catalog.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: &'static str,
    pub(super) description: &'static str,
    pub(super) schedule: Schedule,
    /// Usual duration, minutes.
    pub(super) minutes: f64,
    pub(super) is_visual: bool,
    /// True if the workflow of the job before it also starts this one.
    pub(super) joins: bool,
}

const WORKDAYS: &[u8] = &[0, 1, 2, 3, 4];
const MONDAYS: &[u8] = &[0];
const SUNDAYS: &[u8] = &[6];
const TWICE: &[u8] = &[1, 3];

const fn script(name: &'static str, description: &'static str, schedule: Schedule, minutes: f64) -> Entry {
    Entry { name, description, schedule, minutes, is_visual: false, joins: false }
}

const fn visual(name: &'static str, description: &'static str, schedule: Schedule, minutes: f64) -> Entry {
    Entry { is_visual: true, ..script(name, description, schedule, minutes) }
}

const fn joins(entry: Entry) -> Entry {
    Entry { joins: true, ..entry }
}

const fn hourly(minute: u8) -> Schedule {
    Hourly { minute }
}

const fn daily(hour: u8, minute: u8) -> Schedule {
    Daily { hour, minute }
}

/// The first ten are jobs of a small team; hourly jobs are frequent at the end, so that a large history is not decades
/// long.
pub(super) static CATALOG: [Entry; 60] = [
    script("orders-daily", "주문 일 집계", daily(2, 10), 14.0),
    script("events-hourly", "앱 이벤트 적재", hourly(5), 6.0),
    visual("매출-집계", "점포별 매출 집계", daily(5, 30), 22.0),
    script("dim-customer", "고객 차원 갱신", daily(1, 30), 9.0),
    script(
        "weekly-revenue-report",
        "Weekly revenue for the management",
        Weekly { days: MONDAYS, hour: 7, minute: 0 },
        35.0,
    ),
    script("backfill-orders", "Rebuilds a day of orders", ByHand { days: TWICE, hour: 9 }, 48.0),
    script("inventory-snapshot", "재고 스냅샷", daily(0, 20), 11.0),
    visual("회원-동기화", "회원 정보 동기화", daily(3, 0), 17.0),
    script("clickstream-sessions", "Sessions from the click stream", daily(4, 15), 52.0),
    script("ad-hoc-extract", "Extract for the analysts", ByHand { days: WORKDAYS, hour: 10 }, 8.0),
    script("payments-settlement", "정산", daily(6, 0), 27.0),
    joins(script("payments-reconcile", "정산 대사", daily(6, 0), 13.0)),
    script("api-logs-compact", "Compacts small log files", hourly(20), 9.0),
    script("product-catalog-sync", "상품 카탈로그 동기화", daily(2, 40), 7.0),
    visual("coupon-usage", "쿠폰 사용 현황", daily(7, 10), 6.0),
    script("churn-features", "Features of the churn model", daily(4, 45), 64.0),
    script("재고-일마감", "재고 일 마감", daily(23, 40), 19.0),
    script("search-keywords", "검색어 순위", hourly(35), 4.0),
    script("data-quality-checks", "Row counts and null rates", daily(8, 0), 12.0),
    script("weekly-cohorts", "Cohorts by week of sign-up", Weekly { days: SUNDAYS, hour: 3, minute: 30 }, 88.0),
    script("crm-export", "Export for the CRM", Weekly { days: WORKDAYS, hour: 8, minute: 30 }, 10.0),
    script("fx-rates", "환율", Weekly { days: WORKDAYS, hour: 9, minute: 5 }, 3.0),
    visual("delivery-status", "배송 현황", hourly(50), 5.0),
    script("marketing-attribution", "Attribution of campaigns", daily(5, 0), 41.0),
    joins(script("marketing-spend", "Spend by channel", daily(5, 0), 9.0)),
    script("reprocess-events", "Loads events again", ByHand { days: MONDAYS, hour: 13 }, 95.0),
    script("partition-cleanup", "Deletes old partitions", Weekly { days: SUNDAYS, hour: 1, minute: 0 }, 26.0),
    script("고객-세그먼트", "고객 세그먼트", daily(6, 30), 33.0),
    script("fraud-signals", "Signals of the fraud model", hourly(10), 12.0),
    script("web-events", "웹 이벤트 적재", hourly(0), 8.0),
    script("app-crashes", "Crash reports", hourly(25), 3.0),
    script("returns-daily", "반품 일 집계", daily(2, 20), 8.0),
    script("stock-levels", "재고 수준", hourly(15), 6.0),
    script("price-changes", "가격 변경 이력", hourly(45), 4.0),
    script("recommendation-candidates", "Candidates for recommendations", daily(3, 40), 105.0),
    script("push-delivery", "푸시 발송 결과", hourly(30), 5.0),
    script("cart-abandonment", "Abandoned carts", hourly(40), 7.0),
    script("지역별-매출", "지역별 매출", daily(5, 50), 16.0),
    script("seller-metrics", "판매자 지표", hourly(55), 11.0),
    script("review-sentiment", "Sentiment of reviews", daily(1, 0), 73.0),
    script("banner-clicks", "배너 클릭", hourly(12), 4.0),
    script("warehouse-scans", "Scans of the warehouses", hourly(3), 6.0),
    script("call-center", "콜센터 이력", daily(22, 30), 14.0),
    script("dns-logs", "DNS logs", hourly(8), 9.0),
    script("cdn-logs", "CDN logs", hourly(18), 18.0),
    script("vpc-flow-logs", "VPC flow logs", hourly(28), 21.0),
    script("audit-logs", "감사 로그", hourly(38), 7.0),
    script("iot-temperature", "Temperature of cold storage", hourly(48), 3.0),
    script("courier-positions", "Positions of couriers", hourly(58), 10.0),
    script("ticket-sales", "예매 현황", hourly(2), 5.0),
    script("loyalty-points", "적립금", daily(0, 50), 20.0),
    script("video-plays", "Plays of videos", hourly(22), 13.0),
    script("chat-messages", "상담 메시지", hourly(32), 5.0),
    script("experiment-exposures", "Exposures of experiments", hourly(42), 8.0),
    script("experiment-results", "Results of experiments", daily(9, 0), 38.0),
    script("geo-lookups", "Look-ups of places", hourly(52), 4.0),
    script("email-bounces", "메일 반송", hourly(7), 3.0),
    script("ranking-features", "Features of the ranking model", hourly(17), 24.0),
    script("session-replays", "Index of session replays", hourly(27), 15.0),
    script("billing-usage", "사용량 과금", hourly(47), 9.0),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_unique_and_joined_jobs_have_the_schedule_of_their_workflow() {
        let names: BTreeSet<&str> = CATALOG.iter().map(|entry| entry.name).collect();
        assert_eq!(names.len(), CATALOG.len());
        for pair in CATALOG.windows(2).filter(|pair| pair[1].joins) {
            assert_eq!(pair[0].schedule, pair[1].schedule, "{}", pair[1].name);
            assert!(!pair[1].schedule.is_by_hand());
        }
        assert!(!CATALOG[0].joins);
    }
}
