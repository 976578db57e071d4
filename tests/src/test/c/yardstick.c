// SPDX-License-Identifier: Apache-2.0
// What net-snmp's C API can do, to measure Bulkhead beside it: asynchronous requests, epoll instead of select.
//
//   yardstick gets   PORT COUNT WINDOW [v3]                  COUNT GETs of sysUpTime.0 to one device, WINDOW in flight
//   yardstick sweep  PORT DEVICES OIDS WINDOW ROUNDS [v3]    each device a session of its own, asked once a round
//   yardstick storm  PORT LIVE DEAD MILLIS RETRIES           live and dead devices, all asked at once
//
// Devices are 127.1.0.0 and on, dead ones 127.9.0.0 and on. Prints one line a round: "seconds answered lost last_answer_seconds".
#include <net-snmp/net-snmp-config.h>
#include <net-snmp/net-snmp-includes.h>
#include <net-snmp/library/large_fd_set.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <time.h>

static int answered, lost, in_flight;
static double last_answer;
static int poller;
static netsnmp_large_fd_set one_fd;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static int on_reply(int operation, netsnmp_session *session, int id, netsnmp_pdu *pdu, void *magic) {
    if (operation == NETSNMP_CALLBACK_OP_RESEND) {
        return 1;
    }
    in_flight--;
    if (operation == NETSNMP_CALLBACK_OP_RECEIVED_MESSAGE) {
        answered++;
        last_answer = now();
    } else {
        lost++;
    }
    return 1;
}

struct device {
    void *session;
    int fd;
    int busy;
};

static void open_device(struct device *d, const char *peer, int v3, long timeout_us, int retries) {
    netsnmp_session s;
    snmp_sess_init(&s);
    s.peername = (char *) peer;
    s.timeout = timeout_us;
    s.retries = retries;
    if (v3) {
        s.version = SNMP_VERSION_3;
        s.securityName = "bench";
        s.securityNameLen = 5;
        s.securityLevel = SNMP_SEC_LEVEL_AUTHPRIV;
        s.securityAuthProto = snmp_duplicate_objid(usmHMAC192SHA256AuthProtocol, 10);
        s.securityAuthProtoLen = 10;
        s.securityAuthKeyLen = USM_AUTH_KU_LEN;
        static u_char auth_ku[USM_AUTH_KU_LEN], priv_ku[USM_PRIV_KU_LEN];
        static size_t auth_length, priv_length;
        if (!auth_length) {
            auth_length = sizeof auth_ku;
            priv_length = sizeof priv_ku;
            generate_Ku(s.securityAuthProto, 10, (u_char *) "bench_auth_pass", 15, auth_ku, &auth_length);
            generate_Ku(s.securityAuthProto, 10, (u_char *) "bench_priv_pass", 15, priv_ku, &priv_length);
        }
        s.securityAuthKeyLen = auth_length;
        memcpy(s.securityAuthKey, auth_ku, auth_length);
        s.securityPrivProto = snmp_duplicate_objid(usmAESPrivProtocol, 10);
        s.securityPrivProtoLen = 10;
        s.securityPrivKeyLen = priv_length;
        memcpy(s.securityPrivKey, priv_ku, priv_length);
    } else {
        s.version = SNMP_VERSION_2c;
        s.community = (u_char *) "public";
        s.community_len = 6;
    }
    d->session = snmp_sess_open(&s);
    if (!d->session) {
        snmp_sess_perror("snmp_sess_open", &s);
        exit(1);
    }
    d->fd = snmp_sess_transport(d->session)->sock;
    struct epoll_event e = {.events = EPOLLIN, .data.ptr = d};
    epoll_ctl(poller, EPOLL_CTL_ADD, d->fd, &e);
}

static oid names[40][12];
static size_t name_lengths[40];

static void make_names(int count) {
    oid up_time[] = {1, 3, 6, 1, 2, 1, 1, 3, 0};
    memcpy(names[0], up_time, sizeof up_time);
    name_lengths[0] = 9;
    for (int i = 1; i < count; i++) {
        oid column[] = {1, 3, 6, 1, 2, 1, 2, 2, 1, 10, i};
        memcpy(names[i], column, sizeof column);
        name_lengths[i] = 11;
    }
}

static void ask(struct device *d, int count) {
    netsnmp_pdu *pdu = snmp_pdu_create(SNMP_MSG_GET);
    for (int i = 0; i < count; i++) {
        snmp_add_null_var(pdu, names[i], name_lengths[i]);
    }
    if (snmp_sess_async_send(d->session, pdu, on_reply, d)) {
        in_flight++;
    } else {
        snmp_free_pdu(pdu);
        lost++;
    }
}

static void wait_and_read(int millis) {
    struct epoll_event events[256];
    int n = epoll_wait(poller, events, 256, millis);
    for (int i = 0; i < n; i++) {
        struct device *d = events[i].data.ptr;
        netsnmp_large_fd_setfd(d->fd, &one_fd);
        snmp_sess_read2(d->session, &one_fd);
        netsnmp_large_fd_clr(d->fd, &one_fd);
    }
}

static void report(double start) {
    printf("%.6f %d %d %.6f\n", now() - start, answered, lost, answered ? last_answer - start : 0);
    fflush(stdout);
    answered = lost = 0;
}

static struct device *open_all(int first, int count, int port, int v3, long timeout_us, int retries) {
    struct device *all = calloc(count, sizeof *all);
    for (int i = 0; i < count; i++) {
        char peer[64];
        snprintf(peer, sizeof peer, "udp:127.%d.%d.%d:%d", first, i / 250, i % 250 + 1, port);
        open_device(&all[i], peer, v3, timeout_us, retries);
    }
    return all;
}

int main(int argc, char **argv) {
    if (argc < 5) {
        fprintf(stderr, "see the head of yardstick.c\n");
        return 2;
    }
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    setenv("MIBS", "", 1);
    init_snmp("yardstick");
    poller = epoll_create1(0);
    netsnmp_large_fd_set_init(&one_fd, 65536);
    NETSNMP_LARGE_FD_ZERO(&one_fd);
    int port = atoi(argv[2]);
    if (!strcmp(argv[1], "gets")) {
        int count = atoi(argv[3]), window = atoi(argv[4]), v3 = argc > 5;
        make_names(1);
        struct device *d = open_all(1, 1, port, v3, 1000000, 1);
        double start = now();
        for (int sent = 0; sent < count || in_flight;) {
            while (sent < count && in_flight < window) {
                ask(d, 1);
                sent++;
            }
            wait_and_read(1);
            if (!answered || now() - last_answer > 0.5) snmp_sess_timeout(d->session);
        }
        report(start);
    } else if (!strcmp(argv[1], "sweep")) {
        int count = atoi(argv[3]), oids = atoi(argv[4]), window = atoi(argv[5]), rounds = atoi(argv[6]), v3 = argc > 7;
        make_names(oids);
        double start = now();
        struct device *all = NULL;
        for (int round = 0; round < rounds; round++) {
            if (round) start = now();
            if (!all) all = open_all(1, count, port, v3, 1000000, 1);
            double timeouts = now();
            for (int sent = 0; sent < count || in_flight;) {
                while (sent < count && in_flight < window) ask(&all[sent++], oids);
                wait_and_read(1);
                if (now() - timeouts > 0.5) {
                    timeouts = now();
                    for (int i = 0; i < count; i++) snmp_sess_timeout(all[i].session);
                }
            }
            report(start);
        }
    } else if (!strcmp(argv[1], "storm")) {
        int live = atoi(argv[3]), dead = atoi(argv[4]), retries = atoi(argv[6]);
        long timeout_us = atol(argv[5]) * 1000;
        make_names(1);
        double start = now();
        struct device *a = open_all(1, live, port, 0, timeout_us, retries);
        struct device *b = open_all(9, dead, port, 0, timeout_us, retries);
        for (int i = 0; i < live || i < dead; i++) {
            if (i < dead) ask(&b[i], 1);
            if (i < live) ask(&a[i], 1);
            if (i % 50 == 0) wait_and_read(0);
        }
        double timeouts = now();
        while (in_flight) {
            wait_and_read(1);
            if (now() - timeouts > 0.01) {
                timeouts = now();
                for (int i = 0; i < dead; i++) snmp_sess_timeout(b[i].session);
                for (int i = 0; i < live; i++) snmp_sess_timeout(a[i].session);
            }
        }
        report(start);
    } else {
        fprintf(stderr, "no such mode: %s\n", argv[1]);
        return 2;
    }
    return 0;
}
